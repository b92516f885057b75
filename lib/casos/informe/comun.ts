import { leerCierre } from "@/lib/datos/repositorio/campoCierre";
import { compartirInstitucion } from "@/lib/datos/repositorio/cerrojo";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { leerDevuelta } from "@/lib/datos/repositorio/envio";
import { buscarInforme, type InformeRef } from "@/lib/datos/repositorio/informe";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { estaReabierto } from "@/lib/flujo/reapertura";
import { fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { MENSAJE_CIERRE } from "../campo/cierre";
import type { ContextoInstitucion } from "../contexto";
import { SIN_PLAN } from "../expediente";

/** Whether difficulties may be added and taken away: that moves their list, which after a return must be open whole. */
export async function listaAbierta(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<boolean> {
  const devuelta = await leerDevuelta(tx, institucionId, ejercicioId);
  return !devuelta || estaReabierto(devuelta.reabierto, "/informe/dificultadesHolguras");
}

/**
 * One transaction that adds or takes away in the report (its fields are saved one by one): shares the institution's
 * lock with whoever fills it in, and is refused while the report is in the Committee's hands, approved or sent, and
 * after a return that did not open the list.
 * @returns `cerrado_…` with the reason; not found for who may not fill it in.
 */
export function conInforme<T>(
  ctx: ContextoInstitucion,
  caso: string,
  trabajo: (tx: Transaccion, informe: InformeRef) => Promise<Resultado<T>>,
): Promise<Resultado<T>> {
  return conActor(ctx.actor, caso, async (tx) => {
    const institucionId = ctx.institucion.id;
    if (!puede(ctx.actor, "informe.llenar", institucionId)) return NO_ENCONTRADO;
    await compartirInstitucion(tx, institucionId);
    const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
    if (!ejercicio) return NO_ENCONTRADO;
    const informe = await buscarInforme(tx, institucionId, ejercicio.id);
    if (!informe) return SIN_PLAN;
    const cierre = await leerCierre(tx, { institucionId, ahora: ctx.ahora }, "informe");
    if (cierre) return fallar(`cerrado_${cierre}`, MENSAJE_CIERRE[cierre]);
    if (!(await listaAbierta(tx, institucionId, ejercicio.id)))
      return fallar("cerrado_no_observado", MENSAJE_CIERRE.no_observado);
    return trabajo(tx, informe);
  });
}
