import { OBJETIVO_GENERAL } from "@/lib/guia/e3-2025/objetivoGeneral";
import type { Lugar, NombreGrupo } from "./campo";

/**
 * Where each field that is saved stands in the expediente **as sent** (JSON Pointer). One table: the rule of what a
 * return opened (`puntero.ts`) walks it, and the statement that saves a field is drawn from it.
 */

/** A list of the expediente, and which of its elements: by its properties, or by its position among its rows. */
export type Paso = {
  /** Path of the list inside what comes before it. */
  readonly lista: readonly string[];
  /** Property of the element → part of the field's key that it must equal, or the text itself. */
  readonly donde: Readonly<Record<string, number | { readonly texto: string }>> | "posicion";
};

/** One way to the field. */
export type Camino = {
  readonly pasos: readonly Paso[];
  /** Only for keys with these parts. */
  readonly si?: Readonly<Record<number, string>>;
  /** What follows the record: the field by default, a part of the key (a component of the plan), or a fixed path. */
  readonly fin?: { readonly parte: number } | { readonly fijo: string };
};

type Mapa = {
  readonly caminos: readonly Camino[];
  /** Where a field stands inside its record, when it is not by its own name; "" is the record itself. */
  readonly campos?: Readonly<Record<string, string>>;
  /** Fields that another one makes necessary or forbids (EJE-03, DES-06 to DES-10…): opened with it. */
  readonly arrastra?: Readonly<Record<string, readonly string[]>>;
  /** The report is of the plan in force: what a change of the plan brings new is answered with it. */
  readonly sigueAlPlan?: true;
};

const deLista = (ruta: string, donde: Paso["donde"]): Paso => ({ lista: ruta.split("/"), donde });
const ACTIVIDAD = deLista("informe/actividades", { actividad: 0 });
const MEDICION = ["medido", "numerador", "denominador", "resultado"];
const DEL_PLAN = deLista("planOriginal/actividades", { id: 0 });
const ACTO = "difusion/cosoc/actoAdministrativo";

export const MAPAS: Readonly<Record<NombreGrupo, Mapa>> = {
  informe: {
    caminos: [{ pasos: [] }],
    campos: {
      avances: "informe/seguimiento/avances",
      desafios: "informe/seguimiento/desafios",
      resultados: "informe/seguimiento/resultados",
      leccionesAprendidas: "informe/seguimiento/leccionesAprendidas",
      sinDificultadesNiHolguras: "informe/sinDificultadesNiHolguras",
    },
  },
  actividad: {
    caminos: [{ pasos: [ACTIVIDAD] }],
    campos: {
      medioDescripcion: "medioVerificacion/descripcion",
      medioFormatos: "medioVerificacion/formatos",
      // The institution's own note of who keeps the evidence: it goes with what it is about.
      custodia: "medioVerificacion",
    },
    arrastra: { ejecutadaSegunDescripcion: ["explicacion"] },
    sigueAlPlan: true,
  },
  tramite: {
    caminos: [{ pasos: [ACTIVIDAD, deLista("tramites", { tramite: 1 })] }],
    arrastra: { vinculado: ["explicacion"] },
    sigueAlPlan: true,
  },
  componente: {
    caminos: [{ pasos: [ACTIVIDAD, deLista("componentes", { componente: 1 })] }],
    arrastra: { modificado: ["justificacion"] },
    sigueAlPlan: true,
  },
  indicador: {
    caminos: [
      { pasos: [deLista("informe/indicadoresDesempeno", { indicador: 0 })] },
      { pasos: [deLista("informe/indicadoresSatisfaccion", { indicador: 0 })] },
    ],
    arrastra: Object.fromEntries(
      MEDICION.map((campo) => [
        campo,
        [
          ...MEDICION.filter((otro) => otro !== campo),
          "interpretacion",
          "analisisBrechas",
          "justificacion",
          "antecedentes",
        ],
      ]),
    ),
    sigueAlPlan: true,
  },
  dificultad: { caminos: [{ pasos: [deLista("informe/dificultadesHolguras", "posicion")] }] },
  difusion: {
    caminos: [{ pasos: [] }],
    campos: {
      homologado: "difusion/cosoc/homologado",
      actoFecha: `${ACTO}/fecha`,
      actoVigenciaDesde: `${ACTO}/vigenciaDesde`,
      actoVigenciaHasta: `${ACTO}/vigenciaHasta`,
      dictamenFecha: "difusion/cosoc/dictamen/fecha",
    },
    arrastra: { homologado: ["dictamenFecha"] },
  },
  instancia: {
    caminos: [{ pasos: [deLista("difusion/instancias", "posicion")] }],
    // The institution's own note of whom it addressed.
    campos: { audiencia: "" },
  },
  ajuste: {
    caminos: [
      { pasos: [deLista("ajustes", { elemento: 0, componente: 1 })] },
      { pasos: [deLista("ajustes", { elemento: 0, componente: { texto: "" } })] },
      // A component that no adjustment touched is pinned where the plan of 2024 says it (decision 0110).
      { pasos: [], si: { 0: OBJETIVO_GENERAL }, fin: { fijo: "planOriginal/objetivoGeneral" } },
      { pasos: [deLista("planOriginal/objetivosEspecificos", { id: 0 })], fin: { fijo: "" } },
      { pasos: [deLista("planOriginal/indicadoresSatisfaccion", { id: 0 })], fin: { fijo: "" } },
      { pasos: [DEL_PLAN], fin: { parte: 1 } },
      { pasos: [DEL_PLAN], si: { 1: "areasResponsables" }, fin: { fijo: "participantes" } },
    ],
    arrastra: {
      categorias: ["otraRazon"],
      contenido: ["categorias", "otraRazon", "argumento", "antecedentes"],
    },
  },
};

/** Where a field stands inside its record, and where those that bring it along do. "" is the record itself. */
export function sufijosDe({ grupo, campo }: Pick<Lugar, "grupo" | "campo">): readonly string[] {
  const { campos = {}, arrastra = {} } = MAPAS[grupo];
  const propios = [campo, ...Object.keys(arrastra).filter((otro) => arrastra[otro]?.includes(campo))];
  return propios.map((uno) => campos[uno] ?? uno);
}
