import type { Ajuste, Expediente } from "@/lib/expediente/formato";
import { clave } from "@/lib/expediente/texto";
import { columnaDe } from "@/lib/guia/e3-2025/campos";
import { CATEGORIAS_AJUSTE } from "@/lib/guia/e3-2025/categorias";
import {
  COMPONENTES_ACTIVIDAD,
  DECISIONES_AJUSTE,
  NOMBRES_COMPONENTE,
  OBJETIVO_GENERAL,
} from "@/lib/guia/e3-2025/valores";
import type { Columna, Fila } from "../modelo";
import { describirDeActividad, describirIndicador, nombreTipo, palabra } from "./describir";

/** One component of an element of the plan: what it said in year t-1, and what was decided about it. */
export interface DecisionDeComponente {
  /** Null for a decision on the whole element (incorpora, elimina). */
  componente: string | null;
  nombre: string;
  original: string;
  ajuste: Ajuste | undefined;
}

export interface ElementoDelPlan {
  id: string;
  titulo: string;
  decisiones: DecisionDeComponente[];
}

function componente(
  clave: keyof typeof NOMBRES_COMPONENTE,
  original: string | null | undefined,
): DecisionDeComponente {
  return {
    componente: clave,
    nombre: NOMBRES_COMPONENTE[clave],
    original: original ?? "",
    ajuste: undefined,
  };
}

function elementosOriginales(plan: Expediente["planOriginal"]): ElementoDelPlan[] {
  if (!plan) return [];
  const elementos: ElementoDelPlan[] = [
    {
      id: OBJETIVO_GENERAL,
      titulo: `Objetivo general (${OBJETIVO_GENERAL})`,
      decisiones: [componente("texto", plan.objetivoGeneral)],
    },
  ];
  for (const x of plan.objetivosEspecificos ?? []) {
    elementos.push({
      id: x.id,
      titulo: `Objetivo espec\u00edfico ${x.id}`,
      decisiones: [componente("texto", x.descripcion)],
    });
  }
  for (const x of plan.indicadoresSatisfaccion ?? []) {
    elementos.push({
      id: x.id,
      titulo: `Indicador de satisfacci\u00f3n usuaria ${x.id}`,
      decisiones: [componente("indicador", describirIndicador(x))],
    });
  }
  for (const x of plan.actividades ?? []) {
    elementos.push({
      id: x.id,
      titulo: `Actividad ${x.id}`,
      decisiones: [
        componente("objetivoEspecifico", x.objetivoEspecifico),
        ...COMPONENTES_ACTIVIDAD.map((c) => componente(c, describirDeActividad(x, c))),
      ],
    });
  }
  return elementos;
}

/**
 * Every element of the plan with the decision on each component, and the adjustments that fit nowhere (a second
 * decision, an element that does not exist): those are a fault, and still somebody's words.
 */
export function decisionesDelPlan(expediente: Expediente): {
  elementos: ElementoDelPlan[];
  ajenos: Ajuste[];
} {
  const elementos = elementosOriginales(expediente.planOriginal);
  const porId = new Map(elementos.map((x) => [clave(x.id), x]));
  const ajenos: Ajuste[] = [];
  for (const ajuste of expediente.ajustes ?? []) {
    const elemento = porId.get(clave(ajuste.elemento));
    if (ajuste.decision === "incorpora" && !elemento && !ajuste.componente) {
      const nuevo: ElementoDelPlan = {
        id: ajuste.elemento,
        titulo: `${nombreTipo(ajuste.tipo) ?? "Elemento"} ${ajuste.elemento} (nuevo)`,
        decisiones: [{ componente: null, nombre: "Elemento completo", original: "", ajuste }],
      };
      elementos.push(nuevo);
      porId.set(clave(nuevo.id), nuevo);
    } else if (elemento && ajuste.decision === "elimina" && !ajuste.componente && !completo(elemento)) {
      elemento.decisiones.unshift({ componente: null, nombre: "Elemento completo", original: "", ajuste });
    } else {
      const lugar = elemento?.decisiones.find((x) => x.componente === ajuste.componente && x.componente);
      if (lugar && !lugar.ajuste) lugar.ajuste = ajuste;
      else ajenos.push(ajuste);
    }
  }
  return { elementos, ajenos };
}

/** The adjustment on the whole element, if there is one. */
export function completo(elemento: ElementoDelPlan): Ajuste | undefined {
  return elemento.decisiones.find((x) => x.componente === null)?.ajuste;
}

/** The guide's categories with their letter: «b) Ajustes presupuestarios». */
export function categoriasEnPalabras(ajuste: Ajuste): string[] {
  return (ajuste.categorias ?? []).map((x) => {
    const nombre = palabra(CATEGORIAS_AJUSTE, x);
    return nombre === x || nombre === null ? x : `${x}) ${nombre}`;
  });
}

export const COLUMNAS_JUSTIFICACION: readonly Columna[] = [
  {
    etiqueta: columnaDe("ajustes/*/categorias"),
    tipo: "lista",
    ancho: 30,
    plena: true,
    opcional: true,
  },
  { etiqueta: columnaDe("ajustes/*/otraRazon"), tipo: "texto", ancho: 30, plena: true, opcional: true },
  { etiqueta: columnaDe("ajustes/*/argumento"), tipo: "texto", ancho: 40, plena: true, opcional: true },
  { etiqueta: columnaDe("ajustes/*/antecedentes"), tipo: "texto", ancho: 40, plena: true, opcional: true },
  { etiqueta: columnaDe("ajustes/*/registradoEn"), tipo: "instante", ancho: 19, plena: true, opcional: true },
];

export function justificacion(ajuste: Ajuste | undefined): Fila["valores"] {
  if (!ajuste) return [null, null, null, null, null];
  return [
    categoriasEnPalabras(ajuste),
    ajuste.otraRazon,
    ajuste.argumento,
    ajuste.antecedentes,
    ajuste.registradoEn,
  ];
}

/** What was decided on a component: an element removed decides for all of its own (AJU-11). */
export function decisionEnPalabras(x: DecisionDeComponente, elemento: ElementoDelPlan): string {
  const suyo = x.ajuste ?? completo(elemento);
  if (suyo) return palabra(DECISIONES_AJUSTE, suyo.decision) ?? "";
  return x.componente === "objetivoEspecifico" ? DECISIONES_AJUSTE.mantiene : "Sin decisi\u00f3n";
}
