import { type Ejercicio, ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { type ExpedienteLeido, leerExpediente } from "@/lib/datos/repositorio/expediente";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { ejercicioDe, type Ejercicio as Hitos } from "@/lib/expediente/ejercicio";
import { type Evaluacion, evaluar } from "@/lib/expediente/evaluar";
import type { Falta } from "@/lib/expediente/falta";
import { ordenar } from "@/lib/expediente/orden";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "./contexto";

export type ExpedienteConFaltas = ExpedienteLeido & Evaluacion & { readonly ejercicio: Ejercicio };

export const SIN_PLAN = fallar(
  "sin_plan",
  "La Coordinación de la Red de Expertos aún no ha cargado el Plan 2024 de su institución. Le avisaremos cuando esté.",
);

/**
 * The milestones by which an expediente is judged: the cutoff of adjustments is that of the exercise as configured;
 * the limit of the act's date and the end of the year are the guide's, which nobody moves (note 2).
 */
export function hitosDe(ejercicio: Pick<Ejercicio, "anio" | "cierreAjuste">): Hitos {
  return { ...ejercicioDe(ejercicio.anio), cierreAjustes: ejercicio.cierreAjuste.toISOString() };
}

/**
 * Everything an institution reports in the exercise in course, judged: with the fault of each number or date that
 * cannot be read quoting what was written.
 * @returns `sin_plan` while no plan is loaded.
 */
export function leerExpedienteConFaltas(ctx: ContextoInstitucion): Promise<Resultado<ExpedienteConFaltas>> {
  return conActor(ctx.actor, "expediente.leer", (tx) => expedienteConFaltas(tx, ctx), { soloLectura: true });
}

/** The same inside a transaction already open. */
export async function expedienteConFaltas(
  tx: Transaccion,
  ctx: Pick<ContextoInstitucion, "institucion" | "ahora">,
): Promise<Resultado<ExpedienteConFaltas>> {
  const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
  if (!ejercicio) return NO_ENCONTRADO;
  const leido = await leerExpediente(tx, ctx.institucion.id, ejercicio.id);
  if (!leido) return SIN_PLAN;
  const evaluado = evaluar(leido.expediente, hitosDe(ejercicio));
  return exito({
    ...leido,
    ...evaluado,
    faltas: citarIlegibles(evaluado.faltas, leido.ilegibles),
    ejercicio,
  });
}

/**
 * The faults, where something was written that cannot be read: instead of «falta», they quote it. A place without a
 * fault of its own gets one, so that nothing unreadable is signed as if it had been left blank.
 */
export function citarIlegibles(
  faltas: readonly Falta[],
  ilegibles: ReadonlyMap<string, string>,
): readonly Falta[] {
  if (ilegibles.size === 0) return faltas;
  const citadas = faltas.map((falta): Falta => {
    const escrito = ilegibles.get(falta.ruta);
    return escrito === undefined ? falta : { ...falta, mensaje: mensajeIlegible(falta.ruta, escrito) };
  });
  const conFalta = new Set(faltas.map(({ ruta }) => ruta));
  const nuevas = [...ilegibles]
    .filter(([ruta]) => !conFalta.has(ruta))
    .map(
      ([ruta, escrito]): Falta => ({
        regla: "FORMATO",
        nivel: "error",
        ruta,
        mensaje: mensajeIlegible(ruta, escrito),
      }),
    );
  return ordenar([...citadas, ...nuevas], "expediente");
}

const FECHAS = /(fecha|vigenciaDesde|vigenciaHasta)$/i;

function mensajeIlegible(ruta: string, escrito: string): string {
  return FECHAS.test(ruta)
    ? `Se escribió «${escrito}» y no se entiende como fecha. Escríbala como día/mes/año; por ejemplo 30/06/2025.`
    : `Se escribió «${escrito}» y no se entiende como número. Escríbalo con coma para los decimales; por ejemplo 1.234,5.`;
}
