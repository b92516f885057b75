import {
  type Componente,
  NOMBRES_COMPONENTE,
  OBJETIVO_GENERAL,
  TIPOS_ELEMENTO,
  type TipoElemento,
} from "@/lib/guia/e3-2025/valores";
import { type ElementoPlan, elementosDe, nombrar, tieneComponente } from "./elementos";
import type { Actividad, Ajuste, Areas, Expediente, Indicador, ObjetivoEspecifico, Plan } from "./formato";
import { clave, vacio } from "./texto";

/** The plan in force: the original with its adjustments applied in order. */

/** Why an adjustment cannot be applied: a variant of AJU-11 with what was found. */
export interface Impedimento {
  readonly variante:
    | "elemento"
    | "componente"
    | "sinComponente"
    | "sinTipo"
    | "repetido"
    | "conComponente"
    | "decidido";
  readonly datos: Readonly<Record<string, string>>;
}

export interface AjusteLeido {
  readonly indice: number;
  readonly ajuste: Ajuste;
  /** The element of the original plan it is about, if there is one. */
  readonly elemento: ElementoPlan | null;
  readonly componente: Componente | null;
  readonly impedimento: Impedimento | null;
  /** Whether it was applied and counts as a decision. */
  readonly aplicado: boolean;
}

export interface Aplicacion {
  /** The plan in force, without the adjustments that cannot be applied; null without an original plan. */
  readonly plan: Plan | null;
  /** Whether every adjustment was applied: only then there are digests. */
  readonly completa: boolean;
  readonly ajustes: readonly AjusteLeido[];
  readonly elementos: readonly ElementoPlan[];
  /** Components decided, by key of element; an element removed has them all. */
  readonly decididos: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Keys of every identifier of a plan, performance indicators and `OG` included. */
export function identificadoresDe(plan: Plan | null): Set<string> {
  const claves = new Set([OBJETIVO_GENERAL]);
  for (const { id } of plan?.objetivosEspecificos ?? []) claves.add(clave(id));
  for (const { id } of plan?.indicadoresSatisfaccion ?? []) claves.add(clave(id));
  for (const actividad of plan?.actividades ?? []) {
    claves.add(clave(actividad.id));
    for (const { id } of actividad.indicadoresDesempeno ?? []) claves.add(clave(id));
  }
  return claves;
}

const DECISION = { incorpora: "«incorpora»", elimina: "«elimina»" } as const;

function leido(
  indice: number,
  ajuste: Ajuste,
  elemento: ElementoPlan | null,
  componente: Componente | null,
  aplicado: boolean,
): AjusteLeido {
  return { indice, ajuste, elemento, componente, impedimento: null, aplicado };
}

function impedido(
  sinAplicar: AjusteLeido,
  variante: Impedimento["variante"],
  datos: Record<string, string> = {},
): AjusteLeido {
  return { ...sinAplicar, impedimento: { variante, datos } };
}

/** Reads the adjustments one after another against the original plan: which hold, which cannot be applied and why. */
function leer(ajustes: readonly Ajuste[], original: Plan | null, elementos: readonly ElementoPlan[]) {
  const porClave = new Map<string, ElementoPlan[]>();
  for (const elemento of elementos)
    porClave.set(elemento.clave, [...(porClave.get(elemento.clave) ?? []), elemento]);
  const usados = identificadoresDe(original);
  const decididos = new Map<string, Set<string>>();

  const leidos = ajustes.map((ajuste, indice): AjusteLeido => {
    const id = clave(ajuste.elemento);
    const candidatos = porClave.get(id) ?? [];
    if (ajuste.decision === "incorpora") {
      if (!Object.hasOwn(TIPOS_ELEMENTO, ajuste.tipo ?? ""))
        return impedido(leido(indice, ajuste, null, null, false), "sinTipo");
      if (!vacio(ajuste.componente))
        return impedido(leido(indice, ajuste, null, null, false), "conComponente", {
          decision: DECISION.incorpora,
        });
      if (usados.has(id))
        return impedido(leido(indice, ajuste, null, null, false), "repetido", { id: ajuste.elemento });
      if (vacio(ajuste.contenido)) return leido(indice, ajuste, null, null, false);
      usados.add(id);
      return leido(indice, ajuste, null, null, true);
    }

    const [primero] = candidatos;
    if (!primero)
      return impedido(leido(indice, ajuste, null, null, false), "elemento", { id: ajuste.elemento });
    const previos = decididos.get(id) ?? new Set<string>();
    decididos.set(id, previos);

    if (ajuste.decision === "elimina") {
      if (!vacio(ajuste.componente))
        return impedido(leido(indice, ajuste, primero, null, false), "conComponente", {
          decision: DECISION.elimina,
        });
      if (previos.size > 0)
        return impedido(leido(indice, ajuste, primero, null, false), "decidido", { que: nombrar(primero) });
      for (const elemento of candidatos)
        for (const componente of [...elemento.componentes, "objetivoEspecifico"]) previos.add(componente);
      return leido(indice, ajuste, primero, null, true);
    }

    const { componente } = ajuste;
    if (vacio(componente)) return impedido(leido(indice, ajuste, primero, null, false), "sinComponente");
    const elemento = tieneComponente(primero, componente as string)
      ? primero
      : candidatos.find((candidato) => tieneComponente(candidato, componente as string));
    if (!elemento)
      return impedido(leido(indice, ajuste, primero, null, false), "componente", {
        componente: componente ?? "",
        elemento: nombrar(primero),
      });
    const suyo = componente as Componente;
    if (previos.has(suyo))
      return impedido(leido(indice, ajuste, elemento, suyo, false), "decidido", {
        que: `«${NOMBRES_COMPONENTE[suyo]}»`,
      });
    if (ajuste.decision === "modifica" && vacio(ajuste.contenido))
      return leido(indice, ajuste, elemento, suyo, false);
    previos.add(suyo);
    return leido(indice, ajuste, elemento, suyo, true);
  });
  return { leidos, decididos };
}

function modificarActividad(actividad: Actividad, componente: Componente, contenido: unknown): Actividad {
  if (componente !== "areasResponsables") return { ...actividad, [componente]: contenido };
  const { areasResponsables, participantes } = contenido as Areas;
  return { ...actividad, areasResponsables, participantes };
}

/** Applies the changes to one list of the plan, leaving it as it was when nothing touches it. */
function cambiarLista<T extends { id: string }>(
  lista: T[] | null | undefined,
  tipo: TipoElemento,
  cambios: readonly AjusteLeido[],
  modificar: (dato: T, componente: Componente, contenido: unknown) => T,
): T[] | null | undefined {
  const suyos = cambios.filter(({ ajuste, elemento }) => (elemento ? elemento.tipo : ajuste.tipo) === tipo);
  if (suyos.length === 0) return lista;
  const quitados = new Set(
    suyos.filter(({ ajuste }) => ajuste.decision === "elimina").map(({ elemento }) => elemento?.clave),
  );
  const datos = [...(lista ?? [])];
  for (const { ajuste, elemento, componente } of suyos) {
    const actual = elemento && datos[elemento.indice];
    if (elemento && actual && componente)
      datos[elemento.indice] = modificar(actual, componente, ajuste.contenido);
  }
  const nuevos = suyos
    .filter(({ ajuste }) => ajuste.decision === "incorpora")
    .map(({ ajuste }) => ({ ...(ajuste.contenido as object), id: ajuste.elemento }) as T);
  return [...datos.filter((dato) => !quitados.has(clave(dato.id))), ...nuevos];
}

function aplicarCambios(original: Plan, cambios: readonly AjusteLeido[]): Plan {
  const { objetivoGeneral, ...resto } = original;
  const general = cambios.find(({ elemento }) => elemento?.tipo === "objetivoGeneral");
  const plan: Plan = {
    ...resto,
    objetivosEspecificos: cambiarLista<ObjetivoEspecifico>(
      original.objetivosEspecificos,
      "objetivoEspecifico",
      cambios,
      (dato, _, contenido) => ({ ...dato, descripcion: contenido as string }),
    ),
    indicadoresSatisfaccion: cambiarLista<Indicador>(
      original.indicadoresSatisfaccion,
      "indicadorSatisfaccion",
      cambios,
      (dato, _, contenido) => ({ ...(contenido as Indicador), id: dato.id }),
    ),
    actividades: cambiarLista<Actividad>(original.actividades, "actividad", cambios, modificarActividad),
  };
  if (general?.ajuste.decision === "elimina") return plan;
  plan.objetivoGeneral = general ? (general.ajuste.contenido as string) : objetivoGeneral;
  return plan;
}

/** Applies the adjustments of an expediente in order. An adjustment applies even if it breaks rules other than AJU-11. */
export function aplicarAjustes(expediente: Pick<Expediente, "planOriginal" | "ajustes">): Aplicacion {
  const original = expediente.planOriginal ?? null;
  const elementos = elementosDe(original);
  const { leidos, decididos } = leer(expediente.ajustes ?? [], original, elementos);
  const cambios = leidos.filter(({ aplicado, ajuste }) => aplicado && ajuste.decision !== "mantiene");
  return {
    plan: original && (cambios.length === 0 ? original : aplicarCambios(original, cambios)),
    completa: leidos.every(({ aplicado }) => aplicado),
    ajustes: leidos,
    elementos,
    decididos,
  };
}

/** The plan in force of an expediente; null while there is no original plan. */
export function planVigente(expediente: Pick<Expediente, "planOriginal" | "ajustes">): Plan | null {
  return aplicarAjustes(expediente).plan;
}
