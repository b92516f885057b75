import { buscarArchivo } from "@/lib/datos/repositorio/archivo";
import { leerCierre } from "@/lib/datos/repositorio/campoCierre";
import { compartirInstitucion, reservarInstitucion } from "@/lib/datos/repositorio/cerrojo";
import { buscarDifusion, type DifusionRef } from "@/lib/datos/repositorio/difusion";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { leerDevuelta } from "@/lib/datos/repositorio/envio";
import { conActor, type OpcionesTransaccion, type Transaccion } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import type { Devuelta } from "@/lib/flujo/puntero";
import { fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { MENSAJE_CIERRE } from "../campo/cierre";
import type { ContextoInstitucion } from "../contexto";
import { SIN_PLAN } from "../expediente";

/** Whether what is to be written was opened by a return that did not open everything. */
export type Exige = (
  devuelta: Devuelta,
  tx: Transaccion,
  difusion: DifusionRef,
) => boolean | Promise<boolean>;

type Opciones = OpcionesTransaccion & {
  /** Nobody else writes in the institution meanwhile: for what replaces a whole list. */
  aSolas?: boolean;
};

/**
 * One transaction that writes in the dissemination: shares the institution's lock with whoever fills it in, and is
 * refused once the expediente is sent, and after a return that did not open what is written (`exige`).
 * @returns `cerrado_…` with the reason; not found for who may not fill it in.
 */
export function conDifusion<T>(
  ctx: ContextoInstitucion,
  caso: string,
  exige: Exige,
  trabajo: (tx: Transaccion, difusion: DifusionRef) => Promise<Resultado<T>>,
  { aSolas = false, ...opciones }: Opciones = {},
): Promise<Resultado<T>> {
  return conActor(
    ctx.actor,
    caso,
    async (tx) => {
      const institucionId = ctx.institucion.id;
      if (!puede(ctx.actor, "difusion.llenar", institucionId)) return NO_ENCONTRADO;
      await (aSolas ? reservarInstitucion : compartirInstitucion)(tx, institucionId);
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const difusion = await buscarDifusion(tx, institucionId, ejercicio.id);
      if (!difusion) return SIN_PLAN;
      const cierre = await leerCierre(tx, { institucionId, ahora: ctx.ahora }, "envio");
      if (cierre) return fallar(`cerrado_${cierre}`, MENSAJE_CIERRE[cierre]);
      const devuelta = await leerDevuelta(tx, institucionId, ejercicio.id);
      if (devuelta && !(await exige(devuelta, tx, difusion)))
        return fallar("cerrado_no_observado", MENSAJE_CIERRE.no_observado);
      return trabajo(tx, difusion);
    },
    opciones,
  );
}

/** Whether a file is of this institution: another's does not exist. */
export async function esArchivoPropio(
  tx: Transaccion,
  { institucionId }: DifusionRef,
  archivoId: string,
): Promise<boolean> {
  return (await buscarArchivo(tx, institucionId, archivoId)) !== null;
}
