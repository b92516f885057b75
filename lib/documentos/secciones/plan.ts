import type { Indicador, Plan } from "@/lib/expediente/formato";
import { columnaDe } from "@/lib/guia/e3-2025/campos";
import { PRIORIDADES, SENTIDOS } from "@/lib/guia/e3-2025/valores";
import type { Columna, Fila, Registros } from "../modelo";
import { describirItems, palabra } from "./describir";

const OBJETIVO: readonly Columna[] = [
  { etiqueta: columnaDe("planOriginal/objetivosEspecificos/*/id"), tipo: "texto", ancho: 14 },
  { etiqueta: columnaDe("planOriginal/objetivosEspecificos/*/descripcion"), tipo: "texto", ancho: 100 },
];

export const COLUMNAS_INDICADOR: readonly Columna[] = [
  { etiqueta: columnaDe("planOriginal/indicadoresSatisfaccion/*/id"), tipo: "texto", ancho: 14 },
  {
    etiqueta: columnaDe("planOriginal/indicadoresSatisfaccion/*/nombre"),
    tipo: "texto",
    ancho: 55,
    plena: true,
  },
  {
    etiqueta: columnaDe("planOriginal/indicadoresSatisfaccion/*/formula"),
    tipo: "texto",
    ancho: 60,
    plena: true,
  },
  { etiqueta: columnaDe("planOriginal/indicadoresSatisfaccion/*/factor"), tipo: "numero", ancho: 9 },
  { etiqueta: columnaDe("planOriginal/indicadoresSatisfaccion/*/unidad"), tipo: "texto", ancho: 12 },
  { etiqueta: columnaDe("planOriginal/indicadoresSatisfaccion/*/sentido"), tipo: "texto", ancho: 14 },
  { etiqueta: columnaDe("planOriginal/indicadoresSatisfaccion/*/meta"), tipo: "numero", ancho: 11 },
];

export function celdasIndicador(x: Partial<Indicador>): Fila["valores"] {
  return [x.id, x.nombre, x.formula, x.factor, x.unidad, palabra(SENTIDOS, x.sentido), x.meta];
}

const ACTIVIDAD: readonly Columna[] = [
  { etiqueta: columnaDe("planOriginal/actividades/*/id"), tipo: "texto", ancho: 12 },
  { etiqueta: columnaDe("planOriginal/actividades/*/objetivoEspecifico"), tipo: "texto", ancho: 12 },
  { etiqueta: columnaDe("planOriginal/actividades/*/descripcion"), tipo: "texto", ancho: 60, plena: true },
  { etiqueta: columnaDe("planOriginal/actividades/*/plazos/inicio"), tipo: "fecha", ancho: 12 },
  { etiqueta: columnaDe("planOriginal/actividades/*/plazos/termino"), tipo: "fecha", ancho: 12 },
  { etiqueta: columnaDe("planOriginal/actividades/*/priorizacion"), tipo: "texto", ancho: 13 },
  { etiqueta: columnaDe("planOriginal/actividades/*/costos/montoClp"), tipo: "pesos", ancho: 16 },
  { etiqueta: columnaDe("planOriginal/actividades/*/costos/items"), tipo: "lista", ancho: 26, plena: true },
  {
    etiqueta: columnaDe("planOriginal/actividades/*/areasResponsables"),
    tipo: "lista",
    ancho: 34,
    plena: true,
  },
  { etiqueta: columnaDe("planOriginal/actividades/*/participantes"), tipo: "texto", ancho: 34, plena: true },
  {
    etiqueta: columnaDe("planOriginal/actividades/*/poblacionObjetivo"),
    tipo: "texto",
    ancho: 34,
    plena: true,
  },
  { etiqueta: columnaDe("planOriginal/actividades/*/tramites"), tipo: "lista", ancho: 40, plena: true },
  {
    etiqueta: columnaDe("planOriginal/actividades/*/sistemasRespaldo"),
    tipo: "texto",
    ancho: 40,
    plena: true,
  },
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
    columnas: [
      { etiqueta: columnaDe("planOriginal/actividades/*/id"), tipo: "texto", ancho: 12, opcional: true },
      ...COLUMNAS_INDICADOR,
    ],
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
          columnas: [
            { etiqueta: columnaDe("planOriginal/actividades/*/id"), tipo: "texto", ancho: 12 },
            ...COLUMNAS_INDICADOR,
          ],
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
