import type { Indicador, Plan } from "@/lib/expediente/formato";
import { PRIORIDADES, SENTIDOS } from "@/lib/guia/e3-2025/valores";
import type { Columna, Fila, Registros } from "../modelo";
import { describirItems, palabra } from "./describir";

const OBJETIVO: readonly Columna[] = [
  { etiqueta: "Objetivo", tipo: "texto", ancho: 14 },
  { etiqueta: "Descripci\u00f3n", tipo: "texto", ancho: 100 },
];

export const COLUMNAS_INDICADOR: readonly Columna[] = [
  { etiqueta: "N\u00b0 del indicador", tipo: "texto", ancho: 14 },
  { etiqueta: "Nombre del indicador", tipo: "texto", ancho: 55, plena: true },
  { etiqueta: "F\u00f3rmula del indicador", tipo: "texto", ancho: 60, plena: true },
  { etiqueta: "Factor", tipo: "numero", ancho: 9 },
  { etiqueta: "Unidad", tipo: "texto", ancho: 12 },
  { etiqueta: "Sentido", tipo: "texto", ancho: 14 },
  { etiqueta: "Meta", tipo: "numero", ancho: 11 },
];

export function celdasIndicador(x: Partial<Indicador>): Fila["valores"] {
  return [x.id, x.nombre, x.formula, x.factor, x.unidad, palabra(SENTIDOS, x.sentido), x.meta];
}

const ACTIVIDAD: readonly Columna[] = [
  { etiqueta: "Actividad", tipo: "texto", ancho: 12 },
  { etiqueta: "Objetivo espec\u00edfico", tipo: "texto", ancho: 12 },
  { etiqueta: "Descripci\u00f3n de la actividad", tipo: "texto", ancho: 60, plena: true },
  { etiqueta: "Inicio", tipo: "fecha", ancho: 12 },
  { etiqueta: "T\u00e9rmino", tipo: "fecha", ancho: 12 },
  { etiqueta: "Priorizaci\u00f3n", tipo: "texto", ancho: 13 },
  { etiqueta: "Costo", tipo: "pesos", ancho: 16 },
  { etiqueta: "\u00cdtems presupuestarios", tipo: "lista", ancho: 26, plena: true },
  { etiqueta: "\u00c1reas responsables", tipo: "lista", ancho: 34, plena: true },
  { etiqueta: "Participantes", tipo: "texto", ancho: 34, plena: true },
  { etiqueta: "Poblaci\u00f3n objetivo", tipo: "texto", ancho: 34, plena: true },
  { etiqueta: "Tr\u00e1mites y/o servicios", tipo: "lista", ancho: 40, plena: true },
  { etiqueta: "Sistemas de respaldo y reportabilidad", tipo: "texto", ancho: 40, plena: true },
];

function celdasActividad(a: NonNullable<Plan["actividades"]>[number]): Fila["valores"] {
  return [
    a.id,
    a.objetivoEspecifico,
    a.descripcion,
    a.plazos?.inicio,
    a.plazos?.termino,
    palabra(PRIORIDADES, a.priorizacion),
    a.costos?.montoClp,
    describirItems(a.costos),
    a.areasResponsables,
    a.participantes,
    a.poblacionObjetivo,
    a.tramites,
    a.sistemasRespaldo,
  ];
}

export function objetivos(plan: Plan, hoja: string, rotulo: string): Registros {
  return {
    clase: "registros",
    hoja,
    forma: "tabla",
    titulo: "Objetivos",
    clave: { etiqueta: "Plan", valor: rotulo },
    columnas: OBJETIVO.map((x, i) => (i === 0 ? { ...x, ancho: 10 } : x)),
    filas: [
      { valores: ["OG", plan.objetivoGeneral] },
      ...(plan.objetivosEspecificos ?? []).map((x) => ({ valores: [x.id, x.descripcion] })),
    ],
  };
}

export function indicadoresSatisfaccion(plan: Plan, hoja: string, rotulo: string): Registros {
  return {
    clase: "registros",
    hoja,
    forma: "tabla",
    titulo: "Indicadores de satisfacci\u00f3n usuaria",
    clave: { etiqueta: "Plan", valor: rotulo },
    columnas: [{ etiqueta: "Actividad", tipo: "texto", ancho: 12, opcional: true }, ...COLUMNAS_INDICADOR],
    filas: (plan.indicadoresSatisfaccion ?? []).map((x) => ({
      valores: ["Satisfacci\u00f3n", ...celdasIndicador(x)],
    })),
  };
}

/** Activities as cards, each with its performance indicators; in xlsx the indicators have a sheet of their own. */
export function actividades(
  plan: Plan,
  hojas: { actividades: string; indicadores: string },
  rotulo: string | undefined,
): Registros {
  const clave = rotulo === undefined ? undefined : { etiqueta: "Plan", valor: rotulo };
  return {
    clase: "registros",
    hoja: hojas.actividades,
    forma: "fichas",
    titulo: "Actividades",
    clave,
    columnas: ACTIVIDAD,
    filas: (plan.actividades ?? []).map((a) => ({
      titulo: `Actividad ${a.id}`,
      valores: celdasActividad(a),
      detalles: [
        {
          clase: "registros",
          hoja: hojas.indicadores,
          forma: "tabla",
          titulo: "Indicadores de desempe\u00f1o",
          clave,
          columnas: [{ etiqueta: "Actividad", tipo: "texto", ancho: 12 }, ...COLUMNAS_INDICADOR],
          filas: (a.indicadoresDesempeno ?? []).map((x) => ({ valores: [a.id, ...celdasIndicador(x)] })),
        },
      ],
    })),
  };
}

/** The plan, as tables of the workbook with real dates and numbers. */
export function hojasDelPlan(plan: Plan, rotulo: string, solo?: "xlsx"): Registros[] {
  const hojas = { actividades: "Plan actividades", indicadores: "Plan indicadores" };
  return [
    { ...objetivos(plan, "Plan objetivos", rotulo), solo },
    { ...indicadoresSatisfaccion(plan, hojas.indicadores, rotulo), solo },
    { ...actividades(plan, hojas, rotulo), solo },
  ];
}
