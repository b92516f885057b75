import {
  COMPONENTES_ACTIVIDAD,
  COMPONENTES_OBJETIVO,
  COMPONENTES_SATISFACCION,
  type Componente,
  OBJETIVO_GENERAL,
  type TipoElemento,
} from "@/lib/guia/e3-2025/valores";
import type { Actividad, Indicador, ObjetivoEspecifico, Plan } from "./formato";
import { abreviar, algunTexto, clave, vacio } from "./texto";

/** The elements of a plan, in its order, with the components on which the institution decides. */

interface Base {
  readonly id: string;
  /** `id` as it is compared. */
  readonly clave: string;
  /** Position in its list, from 0. */
  readonly indice: number;
  /** JSON Pointer inside the plan. */
  readonly ruta: string;
  readonly componentes: readonly Componente[];
}

export type ElementoPlan = Base &
  (
    | { readonly tipo: "objetivoGeneral"; readonly dato: string | null }
    | { readonly tipo: "objetivoEspecifico"; readonly dato: ObjetivoEspecifico }
    | { readonly tipo: "indicadorSatisfaccion"; readonly dato: Indicador }
    | { readonly tipo: "actividad"; readonly dato: Actividad }
  );

// One literal for all: of one shape, and made at once.
const elemento = <T extends ElementoPlan["tipo"], D>(
  tipo: T,
  dato: D,
  { id, indice, ruta, componentes }: Omit<Base, "clave">,
) => ({ id, clave: clave(id), indice, ruta, componentes, tipo, dato });

/** The elements of a list of the plan. */
const deLista = <T extends ElementoPlan["tipo"], D extends { readonly id: string }>(
  tipo: T,
  lista: string,
  datos: readonly D[] | null | undefined,
  componentes: readonly Componente[],
) =>
  (datos ?? []).map((dato, indice) =>
    elemento(tipo, dato, { id: dato.id, indice, ruta: `/${lista}/${indice}`, componentes }),
  );

/** Every element of a plan: general objective, specific objectives, satisfaction indicators, activities. */
export function elementosDe(plan: Plan | null | undefined): ElementoPlan[] {
  if (!plan) return [];
  const { objetivoGeneral, objetivosEspecificos, indicadoresSatisfaccion, actividades } = plan;
  return [
    elemento("objetivoGeneral", objetivoGeneral ?? null, {
      id: OBJETIVO_GENERAL,
      indice: 0,
      ruta: "/objetivoGeneral",
      componentes: COMPONENTES_OBJETIVO,
    }),
    ...deLista("objetivoEspecifico", "objetivosEspecificos", objetivosEspecificos, COMPONENTES_OBJETIVO),
    ...deLista(
      "indicadorSatisfaccion",
      "indicadoresSatisfaccion",
      indicadoresSatisfaccion,
      COMPONENTES_SATISFACCION,
    ),
    ...deLista("actividad", "actividades", actividades, COMPONENTES_ACTIVIDAD),
  ];
}

/** Whether an element has a component; an activity's link to its objective can also be modified. */
export function tieneComponente(elemento: ElementoPlan, componente: string): componente is Componente {
  return (
    (elemento.componentes as readonly string[]).includes(componente) ||
    (elemento.tipo === "actividad" && componente === "objetivoEspecifico")
  );
}

/** What an element says in one of its components, in the form that `contenido` has. */
export function contenidoDe(elemento: ElementoPlan, componente: Componente): unknown {
  switch (elemento.tipo) {
    case "objetivoGeneral":
      return elemento.dato;
    case "objetivoEspecifico":
      return elemento.dato.descripcion;
    case "indicadorSatisfaccion": {
      const { id: _, ...contenido } = elemento.dato;
      return contenido;
    }
    case "actividad": {
      const { dato } = elemento;
      if (componente === "areasResponsables")
        return { areasResponsables: dato.areasResponsables, participantes: dato.participantes };
      return dato[componente as Exclude<Componente, "texto" | "indicador" | "areasResponsables">];
    }
  }
}

/** Whether a component says nothing (PLAN-07, AJU-15). */
export function sinContenido(elemento: ElementoPlan, componente: Componente): boolean {
  if (elemento.tipo !== "actividad") return vacio(contenidoDe(elemento, componente));
  const { dato } = elemento;
  switch (componente) {
    case "areasResponsables":
      return !algunTexto(dato.areasResponsables) || vacio(dato.participantes);
    case "costos":
      return typeof dato.costos?.montoClp !== "number" && !dato.costos?.items?.length;
    case "plazos":
      return vacio(dato.plazos?.inicio) && vacio(dato.plazos?.termino);
    case "tramites":
      return !algunTexto(dato.tramites);
    case "indicadoresDesempeno":
      return !dato.indicadoresDesempeno?.length;
    default:
      return vacio(contenidoDe(elemento, componente));
  }
}

const NOMBRES: Readonly<Record<TipoElemento, string>> = {
  objetivoEspecifico: "Objetivo específico",
  indicadorSatisfaccion: "Indicador de satisfacción",
  actividad: "Actividad",
};

const conNombre = (titulo: string, nombre: string | null | undefined) =>
  vacio(nombre) ? titulo : `${titulo} (${abreviar(nombre)})`;

/** An element by its number and name: "Actividad 3 (Publicar mensualmente los tiempos de espera…)". */
export function nombrar(elemento: ElementoPlan): string {
  switch (elemento.tipo) {
    case "objetivoGeneral":
      return "Objetivo general";
    case "indicadorSatisfaccion":
      return conNombre(`${NOMBRES.indicadorSatisfaccion} ${elemento.indice + 1}`, elemento.dato.nombre);
    default:
      return conNombre(`${NOMBRES[elemento.tipo]} ${elemento.indice + 1}`, elemento.dato.descripcion);
  }
}

/** A performance indicator by the numbers and names of its activity and itself. */
export function nombrarIndicador(actividad: ElementoPlan, indicador: Indicador, indice: number): string {
  return `${nombrar(actividad)}, ${conNombre(`indicador ${indice + 1}`, indicador.nombre)}`;
}
