import { leerCierre } from "@/lib/datos/repositorio/campoCierre";
import {
  type ConteoDestinatarios,
  contarDestinatarios,
  type DestinatarioGuardado,
  paginaDestinatarios,
} from "@/lib/datos/repositorio/destinatario";
import { type ArchivoGuardado, buscarDifusion, leerArchivosDifusion } from "@/lib/datos/repositorio/difusion";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { leerDevuelta } from "@/lib/datos/repositorio/envio";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { MENSAJE_CIERRE_DE_MATERIA } from "../campo/cierre";
import type { ContextoInstitucion } from "../contexto";
import { SIN_PLAN } from "../expediente";
import { destinatariosAbiertos } from "./reabierto";

const POR_PAGINA = 50;

export type ListaDestinatarios = {
  readonly conteo: ConteoDestinatarios;
  readonly filas: readonly DestinatarioGuardado[];
  readonly pagina: number;
  readonly paginas: number;
  readonly listado: ArchivoGuardado | null;
  readonly cierre: string | null;
  readonly puedeLlenar: boolean;
};

type Pedido = { readonly pagina: number; readonly grupo: string | null };

/** A page of the list of recipients as it is kept, of one group or of all, with its counts. */
export function leerDestinatariosGuardados(
  ctx: ContextoInstitucion,
  { pagina, grupo }: Pedido,
): Promise<Resultado<ListaDestinatarios>> {
  return conActor(
    ctx.actor,
    "difusion.destinatarios",
    async (tx) => {
      const institucionId = ctx.institucion.id;
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const difusion = await buscarDifusion(tx, institucionId, ejercicio.id);
      if (!difusion) return SIN_PLAN;
      const conteo = await contarDestinatarios(tx, difusion);
      const total = grupo === null ? conteo.total : (conteo.grupos[grupo] ?? 0);
      const paginas = Math.max(1, Math.ceil(total / POR_PAGINA));
      const actual = Math.min(Math.max(1, pagina), paginas);
      const desde = (actual - 1) * POR_PAGINA;
      const cierre = await leerCierre(tx, { institucionId, ahora: ctx.ahora }, "envio");
      const devuelta = await leerDevuelta(tx, institucionId, ejercicio.id);
      const abierto = devuelta === null || destinatariosAbiertos(devuelta);
      const motivo = cierre ?? (abierto ? null : "no_observado");
      return exito({
        conteo,
        filas: await paginaDestinatarios(tx, difusion, { grupo, desde, cuantos: POR_PAGINA }),
        pagina: actual,
        paginas,
        listado: (await leerArchivosDifusion(tx, difusion)).listado,
        cierre: motivo && MENSAJE_CIERRE_DE_MATERIA[motivo],
        puedeLlenar: puede(ctx.actor, "difusion.llenar", institucionId) && cierre === null && abierto,
      });
    },
    { soloLectura: true },
  );
}
