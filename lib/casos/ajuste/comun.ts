import { type FilaAjuste, leerPlanConAjustes, nombresDe } from "@/lib/datos/repositorio/ajuste";
import { leerCierre, type MotivoCierre } from "@/lib/datos/repositorio/campoCierre";
import { reservarInstitucion } from "@/lib/datos/repositorio/cerrojo";
import { type Ejercicio, ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { leerDevuelta } from "@/lib/datos/repositorio/envio";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { type ElementoPlan, elementosDe } from "@/lib/expediente/elementos";
import { type Devuelta, decisionAbierta } from "@/lib/flujo/puntero";
import { type Falla, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { DECISIONES_AJUSTE } from "@/lib/guia/e3-2025/valores";
import { MENSAJE_CIERRE } from "../campo/cierre";
import type { ContextoInstitucion } from "../contexto";
import { SIN_PLAN } from "../expediente";

export type PlanAbierto = {
  readonly tx: Transaccion;
  readonly plan: NonNullable<Awaited<ReturnType<typeof leerPlanConAjustes>>>;
  readonly elementos: readonly ElementoPlan[];
  readonly ejercicio: Ejercicio;
  readonly cierre: MotivoCierre | null;
  /** After a return that did not open everything. */
  readonly devuelta: Devuelta | null;
  readonly autoria: { readonly registradoEn: Date; readonly modificadoPorId: string };
};

/**
 * One transaction about the decisions of a plan: alone in the institution, so that two people deciding at the same
 * instant do it one after the other, and the second sees what the first did.
 */
export function conPlan<T>(
  ctx: ContextoInstitucion,
  caso: string,
  trabajo: (abierto: PlanAbierto) => Promise<Resultado<T>>,
): Promise<Resultado<T>> {
  return conActor(ctx.actor, caso, async (tx) => {
    const institucionId = ctx.institucion.id;
    await reservarInstitucion(tx, institucionId);
    const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
    if (!ejercicio) return NO_ENCONTRADO;
    const plan = await leerPlanConAjustes(tx, institucionId, ejercicio.id);
    if (!plan) return alcanzaAlgo(ctx) ? SIN_PLAN : NO_ENCONTRADO;
    const cierre = await leerCierre(tx, { institucionId, ahora: ctx.ahora }, "plan");
    return trabajo({
      tx,
      plan,
      elementos: elementosDe(plan.original),
      ejercicio,
      cierre,
      devuelta: await leerDevuelta(tx, institucionId, ejercicio.id),
      autoria: { registradoEn: ctx.ahora, modificadoPorId: ctx.actor.usuarioId },
    });
  });
}

// Outside the actor's reach nothing can be told apart from what does not exist.
const alcanzaAlgo = ({ actor, institucion }: ContextoInstitucion): boolean =>
  actor.alcance === "*" || actor.alcance.includes(institucion.id);

/**
 * Why a decision about an element, or one of its components, cannot be taken now. After the cutoff only «mantiene» is
 * accepted: AJU-10 asks only the others to be in time. After a return, only what it opened.
 * @param sobre null is any of the plan: what adds an element, or the rest of one already checked place by place.
 */
export function motivoParaNoDecidir(
  { cierre, devuelta }: Pick<PlanAbierto, "cierre" | "devuelta">,
  decision: FilaAjuste["decision"],
  sobre: { readonly elemento: string; readonly componente: string | null } | null,
): { ok: false; falla: Falla } | null {
  if (cierre !== null && cierre !== "plazo") return fallar(`cerrado_${cierre}`, MENSAJE_CIERRE[cierre]);
  if (devuelta && sobre && !decisionAbierta(devuelta, sobre.elemento, sobre.componente))
    return fallar("cerrado_no_observado", MENSAJE_CIERRE.no_observado);
  return cierre === null || decision === "mantiene" ? null : fallar("cerrado_plazo", MENSAJE_CIERRE.plazo);
}

/** The element of the original plan with an identifier; null when there is none. */
export function buscarElemento({ elementos }: PlanAbierto, id: string): ElementoPlan | null {
  return elementos.find((elemento) => elemento.id === id) ?? null;
}

/** The decision on a component, or on a whole element (`null`). */
export function decisionDe(
  { plan }: PlanAbierto,
  elemento: string,
  componente: string | null,
): FilaAjuste | null {
  return plan.ajustes.find((fila) => fila.elemento === elemento && fila.componente === componente) ?? null;
}

/** Somebody else decided meanwhile: nothing is overwritten without being seen. */
export async function otraPersonaDecidio(
  { tx }: PlanAbierto,
  fila: FilaAjuste,
): Promise<{ ok: false; falla: Falla }> {
  const nombres = await nombresDe(tx, [fila.modificadoPorId]);
  const quien = (fila.modificadoPorId && nombres.get(fila.modificadoPorId)) ?? "Otra persona";
  const que = DECISIONES_AJUSTE[fila.decision].toLowerCase();
  return fallar(
    "conflicto_decision",
    `${quien} acaba de escribir aquí («${que}») mientras usted miraba. Revise lo que dejó y decida otra vez.`,
  );
}
