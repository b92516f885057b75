import { NOMBRES_COMPONENTE, PRIORIDADES, SENTIDOS } from "@/lib/guia/e3-2025/valores";
import { type ColumnaHoja, rangoDe, type TipoColumna } from "../columna";
import type { ColumnaTabla } from "../tabla";

/** A column of the template: how it is written and how it is recognised when it comes back. */
export interface ColumnaPlan<C extends string = string> extends ColumnaTabla<C>, ColumnaHoja {
  clave: C;
  etiqueta: string;
}

export interface HojaPlan<C extends string = string> {
  nombre: string;
  variantes: readonly string[];
  titulo: string;
  columnas: readonly ColumnaPlan<C>[];
}

const columna = <const C extends string>(
  clave: C,
  etiqueta: string,
  tipo: TipoColumna,
  ancho: number,
  ayuda: string,
  mas: { variantes?: readonly string[]; lista?: readonly string[]; rango?: string } = {},
): ColumnaPlan<C> => ({ clave, etiqueta, tipo, ancho, ayuda, ...mas });

const OBJETIVOS = "Objetivos específicos";
const ACTIVIDADES = "Actividades";

const actividad = columna(
  "actividad",
  "Código de la actividad",
  "texto",
  14,
  "El código de la hoja «Actividades».",
  {
    variantes: ["Actividad", "Código actividad", "N° actividad", "Número de actividad", "N° de actividad"],
    rango: rangoDe(ACTIVIDADES),
  },
);

const deIndicador = [
  columna("nombre", "Nombre del indicador", "texto", 44, "Como se definió en el plan.", {
    variantes: ["Nombre", "Indicador"],
  }),
  columna("formula", "Fórmula de cálculo", "texto", 50, "Numerador, denominador y, si es porcentaje, ×100.", {
    variantes: ["Fórmula", "Fórmula del indicador"],
  }),
  columna("factor", "Factor", "numero", 10, "1 o 100: por cuánto se multiplica el cociente.", {
    lista: ["1", "100"],
    variantes: ["Factor (1 o 100)", "Multiplicador"],
  }),
  columna("unidad", "Unidad de medida", "texto", 14, "Por ejemplo %, días, minutos.", {
    variantes: ["Unidad"],
  }),
  columna(
    "sentido",
    "Sentido",
    "texto",
    14,
    "Ascendente: se cumple con un valor igual o mayor que la meta.",
    { lista: Object.values(SENTIDOS), variantes: ["Sentido del indicador", "Sentido de la meta"] },
  ),
  columna("meta", "Meta 2025", "numero", 12, "Un número.", {
    variantes: ["Meta", "Meta definida para 2025", "Meta 2024"],
  }),
] as const;

const idIndicador = (ejemplo: string) =>
  columna("id", "Código del indicador", "texto", 14, `Único en todo el plan; por ejemplo ${ejemplo}.`, {
    variantes: [
      "Código",
      "Id",
      "N°",
      "Número",
      "N° indicador",
      "Número del indicador",
      "Número del indicador de desempeño",
      "Número del indicador de satisfacción usuaria",
    ],
  });

/** Field and value, one per row: what a plan has only once. */
export const HOJA_INSTITUCION: HojaPlan<"dato" | "valor"> = {
  nombre: "Institución y objetivo",
  variantes: ["Institución", "Institución y objetivo general", "Objetivo general"],
  titulo: "Institución y objetivo general del plan",
  columnas: [
    { ...columna("dato", "Dato", "fijo", 30, ""), variantes: ["Campo"] },
    {
      ...columna("valor", "Contenido", "texto", 100, "Escriba en esta columna."),
      variantes: ["Valor", "Respuesta"],
    },
  ],
};

export const DATOS_INSTITUCION = [
  { clave: "codigo", etiqueta: "Código de la institución", variantes: ["Código", "Código institución"] },
  { clave: "nombre", etiqueta: "Nombre de la institución", variantes: ["Institución", "Nombre", "Servicio"] },
  { clave: "ministerio", etiqueta: "Ministerio", variantes: [] },
  { clave: "ejercicio", etiqueta: "Ejercicio (año)", variantes: ["Ejercicio", "Año"] },
  { clave: "objetivoGeneral", etiqueta: "Objetivo general", variantes: ["Objetivo general del plan"] },
] as const;

export type ClaveInstitucion = (typeof DATOS_INSTITUCION)[number]["clave"];

export const HOJA_OBJETIVOS = {
  nombre: OBJETIVOS,
  variantes: ["Objetivos", "OE"],
  titulo: "Objetivos específicos del plan",
  columnas: [
    columna("id", "Código del objetivo", "texto", 14, "Único en todo el plan; por ejemplo OE1.", {
      variantes: ["Código", "Id", "N°", "Número", "N° objetivo", "Código objetivo específico"],
    }),
    columna("descripcion", "Descripción del objetivo específico", "texto", 100, "El texto del objetivo.", {
      variantes: ["Descripción", "Objetivo específico", "Texto del objetivo", "Objetivo"],
    }),
  ],
} as const satisfies HojaPlan;

export const HOJA_SATISFACCION = {
  nombre: "Indicadores de satisfacción",
  variantes: ["Indicadores de satisfacción usuaria", "Satisfacción", "Satisfacción usuaria"],
  titulo: "Indicadores de satisfacción usuaria",
  columnas: [idIndicador("IS1"), ...deIndicador],
} as const satisfies HojaPlan;

export const HOJA_ACTIVIDADES = {
  nombre: ACTIVIDADES,
  variantes: ["Actividades del plan"],
  titulo: "Actividades del plan",
  columnas: [
    columna("id", "Código de la actividad", "texto", 12, "Único en todo el plan; por ejemplo A1.", {
      variantes: ["Código", "Id", "N°", "Número", "N° actividad", "Número de actividad", "Actividad"],
    }),
    columna(
      "objetivoEspecifico",
      "Objetivo específico",
      "texto",
      14,
      "El código del objetivo al que se vincula.",
      {
        variantes: [
          "Código del objetivo",
          "Objetivo específico al que se vincula",
          "Objetivo",
          "Código objetivo específico",
        ],
        rango: rangoDe(OBJETIVOS),
      },
    ),
    columna("descripcion", NOMBRES_COMPONENTE.descripcion, "texto", 60, "Qué se hará.", {
      variantes: ["Descripción"],
    }),
    columna("inicio", "Inicio", "fecha", 13, "Fecha de inicio.", {
      variantes: ["Fecha de inicio", "Fecha inicio", "Plazo inicio", "Plazo de inicio", "Desde"],
    }),
    columna("termino", "Término", "fecha", 13, "Fecha de término.", {
      variantes: [
        "Fecha de término",
        "Fecha término",
        "Plazo término",
        "Plazo de término",
        "Hasta",
        "Fin",
        "Fecha fin",
      ],
    }),
    columna(
      "participantes",
      "Participantes",
      "texto",
      40,
      "Quiénes participan. Las áreas van en su hoja.",
      {},
    ),
    columna(
      "poblacionObjetivo",
      NOMBRES_COMPONENTE.poblacionObjetivo,
      "texto",
      40,
      "A quiénes beneficia.",
      {},
    ),
    columna(
      "sistemasRespaldo",
      NOMBRES_COMPONENTE.sistemasRespaldo,
      "texto",
      44,
      "Cómo se respalda y se reporta lo hecho.",
      { variantes: ["Sistemas de respaldo", "Respaldo y reportabilidad"] },
    ),
    columna("priorizacion", NOMBRES_COMPONENTE.priorizacion, "texto", 14, "Elija de la lista.", {
      lista: Object.values(PRIORIDADES),
      variantes: ["Priorización", "Prioridad"],
    }),
    columna(
      "montoClp",
      "Costo total (pesos)",
      "monto",
      18,
      "En pesos, sin decimales. Los ítems van en su hoja.",
      {
        variantes: [
          "Costo",
          "Costos",
          "Monto",
          "Costo total",
          "Monto CLP",
          "Monto en pesos",
          "Costo en pesos",
        ],
      },
    ),
  ],
} as const satisfies HojaPlan;

export const HOJA_DESEMPENO = {
  nombre: "Indicadores de desempeño",
  variantes: ["Desempeño", "Indicadores desempeño"],
  titulo: "Indicadores de desempeño de las actividades",
  columnas: [actividad, idIndicador("A1.ID1"), ...deIndicador],
} as const satisfies HojaPlan;

export const HOJA_TRAMITES = {
  nombre: "Trámites por actividad",
  variantes: ["Trámites", "Trámites de la actividad"],
  titulo: "Trámites declarados en cada actividad",
  columnas: [
    actividad,
    columna(
      "tramite",
      "Trámite",
      "texto",
      90,
      "Un trámite por fila, con su nombre del catálogo de la institución.",
      { variantes: ["Nombre del trámite", "Trámite declarado"] },
    ),
  ],
} as const satisfies HojaPlan;

export const HOJA_AREAS = {
  nombre: "Áreas por actividad",
  variantes: ["Áreas", "Áreas responsables"],
  titulo: "Áreas responsables de cada actividad",
  columnas: [
    actividad,
    columna("area", "Área responsable", "texto", 70, "Un área por fila.", {
      variantes: ["Área", "Unidad", "Áreas responsables"],
    }),
  ],
} as const satisfies HojaPlan;

export const HOJA_ITEMS = {
  nombre: "Ítems presupuestarios",
  variantes: ["Ítems", "Presupuesto", "Subtítulos e ítems"],
  titulo: "Ítems presupuestarios de cada actividad",
  columnas: [
    actividad,
    columna("subtitulo", "Subtítulo", "texto", 14, "Dos cifras; por ejemplo 22.", {}),
    columna("item", "Ítem", "texto", 14, "Dos cifras; por ejemplo 07.", {}),
  ],
} as const satisfies HojaPlan;
