import { planVigente } from "@/lib/expediente/aplicar";
import { describirContenido } from "@/lib/expediente/describir";
import {
  contenidoDe,
  type ElementoPlan,
  elementosDe,
  nombrar,
  tieneComponente,
} from "@/lib/expediente/elementos";
import type { Ajuste, Expediente, Plan } from "@/lib/expediente/formato";
import { abreviar, clave, iguales, nombreEn } from "@/lib/expediente/texto";
import type { DecisionPerdida } from "@/lib/flujo/vistaPrecarga";
import {
  type Componente,
  DECISIONES_AJUSTE,
  NOMBRES_COMPONENTE,
  TIPOS_ELEMENTO,
} from "@/lib/guia/e3-2025/valores";

type Indice = ReadonlyMap<string, ElementoPlan>;

const indexar = (plan: Plan): Indice =>
  new Map(elementosDe(plan).map((elemento) => [elemento.clave, elemento]));

/** Whether a component says the same before and after. */
function sigueIgual(antes: ElementoPlan, despues: ElementoPlan, componente: string): boolean {
  if (antes.tipo !== despues.tipo) return false;
  if (!tieneComponente(antes, componente) || !tieneComponente(despues, componente)) return false;
  return iguales(contenidoDe(antes, componente), contenidoDe(despues, componente));
}

/** Every identifier that a plan uses, as it is compared. */
function identificadores(plan: Plan): Set<string> {
  const deActividades = (plan.actividades ?? []).flatMap(
    ({ indicadoresDesempeno }) => indicadoresDesempeno ?? [],
  );
  return new Set([...elementosDe(plan).map((e) => e.clave), ...deActividades.map(({ id }) => clave(id))]);
}

/**
 * Whether a decision of the institution still stands on another original plan: it does when what it decides about is
 * the same, to the word, in both.
 */
function sobrevive(ajuste: Ajuste, antes: Indice, despues: Indice, usados: ReadonlySet<string>): boolean {
  const id = clave(ajuste.elemento);
  if (ajuste.decision === "incorpora") return !usados.has(id);
  const [uno, otro] = [antes.get(id), despues.get(id)];
  if (!uno || !otro) return false;
  const componentes = ajuste.componente ? [ajuste.componente] : uno.componentes;
  return componentes.every((componente) => sigueIgual(uno, otro, componente));
}

/** Positions, in the list of decisions, of those that another original plan leaves without what they decided about. */
export function decisionesPerdidas(ajustes: readonly Ajuste[], actual: Plan, nuevo: Plan): number[] {
  const [antes, despues, usados] = [indexar(actual), indexar(nuevo), identificadores(nuevo)];
  return ajustes.flatMap((ajuste, i) => (sobrevive(ajuste, antes, despues, usados) ? [] : [i]));
}

/** A decision as the person who is about to undo it reads it. */
export function describirDecision(ajuste: Ajuste, actual: Plan): DecisionPerdida {
  const elemento = indexar(actual).get(clave(ajuste.elemento));
  const componente = nombreEn(NOMBRES_COMPONENTE, ajuste.componente);
  const contenido = ajuste.contenido as Record<string, unknown> | string | null | undefined;
  const texto =
    ajuste.decision === "incorpora" && typeof contenido === "object"
      ? abreviar(String(contenido?.descripcion ?? contenido?.nombre ?? ""), 200)
      : contenido !== null && contenido !== undefined && ajuste.componente
        ? describirContenido(ajuste.componente as Componente, contenido)
        : "";
  const nombre = elemento
    ? nombrar(elemento)
    : `${nombreEn(TIPOS_ELEMENTO, ajuste.tipo) ?? "Elemento"} ${ajuste.elemento}`;
  return {
    donde: componente ? `${nombre}, ${componente}` : nombre,
    decision: nombreEn(DECISIONES_AJUSTE, ajuste.decision) ?? ajuste.decision ?? "",
    contenido: texto,
    argumento: ajuste.argumento ?? "",
  };
}

/** Elements about which the report answers and that the plan will no longer have, once loaded. */
export function respuestasAparte(
  respuestas: readonly { readonly elemento: string }[],
  expediente: Expediente,
  nuevo: Plan,
  perdidas: readonly number[],
): string[] {
  const quedan = (expediente.ajustes ?? []).filter((_, i) => !perdidas.includes(i));
  const vigente = planVigente({ ...expediente, planOriginal: nuevo, ajustes: quedan }) ?? nuevo;
  const usados = identificadores(vigente);
  return [...new Set(respuestas.map(({ elemento }) => elemento))].filter((id) => !usados.has(clave(id)));
}
