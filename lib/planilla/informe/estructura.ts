import {
  COMPONENTES_DIFICULTAD,
  COMPONENTES_RELACIONADOS,
  NOMBRES_COMPONENTE,
  TIPOS_DIFICULTAD,
} from "@/lib/guia/e3-2025/valores";
import type { ColumnaHoja, TipoColumna } from "../columna";
import type { ColumnaTabla } from "../tabla";
import { lectorOpcion } from "../valor";

export interface ColumnaInforme<C extends string = string> extends ColumnaTabla<C>, ColumnaHoja {
  clave: C;
  etiqueta: string;
}

export interface HojaInforme<C extends string = string> {
  nombre: string;
  variantes: readonly string[];
  titulo: string;
  columnas: readonly ColumnaInforme<C>[];
}

const columna = <const C extends string>(
  clave: C,
  etiqueta: string,
  tipo: TipoColumna,
  ancho: number,
  ayuda = "",
  lista?: readonly string[],
  variantes: readonly string[] = [],
): ColumnaInforme<C> => ({ clave, etiqueta, tipo, ancho, ayuda, variantes, ...(lista ? { lista } : {}) });

const SI_NO = ["Sí", "No"];
const codigoActividad = columna("actividad", "Código de la actividad", "fijo", 12, "", undefined, [
  "Actividad",
  "Código",
]);

export const HOJA_ACTIVIDADES = {
  nombre: "Actividades",
  variantes: ["Resultados de las actividades"],
  titulo: "Resultados de la ejecución de las actividades",
  columnas: [
    codigoActividad,
    columna("descripcion", "Descripción de la actividad", "fijo", 50),
    columna("ejecutadaSegunDescripcion", "¿Se ejecutó según lo descrito?", "texto", 14, "Sí o No.", SI_NO),
    columna("explicacion", "Explicación", "texto", 50, "Solo si no se ejecutó según lo descrito."),
    columna(
      "medioDescripcion",
      "Descripción del medio de verificación",
      "texto",
      50,
      "Qué acredita la ejecución. La institución lo guarda; no se carga.",
      undefined,
      ["Medio de verificación"],
    ),
    columna(
      "medioFormatos",
      "Formatos o extensiones",
      "texto",
      22,
      "Uno por línea, o separados por coma o punto y coma: PDF, xlsx.",
      undefined,
      ["Formatos", "Formato", "Extensiones"],
    ),
  ],
} as const satisfies HojaInforme;

export const HOJA_TRAMITES = {
  nombre: "Trámites",
  variantes: ["Trámites por actividad"],
  titulo: "Vinculación de cada actividad con sus trámites declarados",
  columnas: [
    codigoActividad,
    columna("tramite", "Trámite", "fijo", 60),
    columna("vinculado", "¿Estuvo vinculado?", "texto", 14, "Sí o No.", SI_NO, ["Vinculado"]),
    columna("explicacion", "Explicación", "texto", 60, "Solo si no estuvo vinculado."),
  ],
} as const satisfies HojaInforme;

export const HOJA_COMPONENTES = {
  nombre: "Componentes",
  variantes: ["Componentes relacionados"],
  titulo: "Componentes relacionados, respecto del plan ajustado en junio",
  columnas: [
    codigoActividad,
    columna("componente", "Componente", "fijo", 40),
    columna("modificado", "¿Fue modificado?", "texto", 14, "Sí o No.", SI_NO, ["Modificado"]),
    columna("justificacion", "Justificación", "texto", 70, "Detallada, solo si fue modificado."),
  ],
} as const satisfies HojaInforme;

const identidad = [
  columna("indicador", "Código del indicador", "fijo", 12, "", undefined, [
    "Indicador",
    "Código",
    "N° del indicador",
  ]),
  columna("nombre", "Nombre del indicador", "fijo", 40),
  columna("formula", "Fórmula", "fijo", 40),
  columna("meta", "Meta", "fijo", 12),
  columna("medido", "¿Se midió?", "texto", 10, "Sí o No.", SI_NO, ["Medido"]),
  columna("numerador", "Numerador", "numero", 14, "Un número."),
  columna("denominador", "Denominador", "numero", 14, "Un número distinto de cero."),
] as const;

const resultado = columna(
  "resultado",
  "Resultado",
  "numero",
  12,
  "Numerador ÷ denominador × factor, redondeado.",
);

const analisis = [
  columna("interpretacion", "Interpretación y conclusiones", "texto", 50),
  columna("analisisBrechas", "Análisis de brechas", "texto", 50, "Solo si no se alcanzó la meta."),
  columna("recomendaciones", "Recomendaciones", "texto", 40, "Si corresponde."),
  columna("justificacion", "Justificación", "texto", 40, "Solo si no se pudo medir.", undefined, [
    "Justificación de no medición",
  ]),
  columna("antecedentes", "Antecedentes", "texto", 40, "Solo si no se pudo medir."),
] as const;

export const HOJA_DESEMPENO = {
  nombre: "Indicadores de desempeño",
  variantes: ["Desempeño"],
  titulo: "Resultados de los indicadores de desempeño",
  columnas: [...identidad, resultado, ...analisis],
} as const satisfies HojaInforme;

export const HOJA_SATISFACCION = {
  nombre: "Indicadores de satisfacción",
  variantes: ["Indicadores de satisfacción usuaria", "Satisfacción"],
  titulo: "Resultados de los indicadores de satisfacción usuaria",
  columnas: [...identidad, ...analisis],
} as const satisfies HojaInforme;

export const HOJA_DIFICULTADES = {
  nombre: "Dificultades y holguras",
  variantes: ["Dificultades", "Dificultades u holguras"],
  titulo: "Análisis de las dificultades y holguras",
  columnas: [
    columna("numero", "N°", "texto", 6, "Déjelo vacío en las filas nuevas.", undefined, ["Número"]),
    columna("tipo", "Tipo", "texto", 14, "Elija de la lista.", Object.values(TIPOS_DIFICULTAD)),
    columna("descripcion", "Descripción", "texto", 60, "Qué surgió y cómo afectó."),
    columna("factoresInternos", "Factores internos", "texto", 44, "Al menos un factor, interno o externo."),
    columna("factoresExternos", "Factores externos", "texto", 44),
    columna(
      "objetivos",
      COMPONENTES_DIFICULTAD.objetivos,
      "texto",
      14,
      "Sí, si se presenta en ellos.",
      SI_NO,
    ),
    columna(
      "actividades",
      COMPONENTES_DIFICULTAD.actividades,
      "texto",
      14,
      "Sí, si se presenta en ellas.",
      SI_NO,
    ),
    columna(
      "indicadoresDesempeno",
      COMPONENTES_DIFICULTAD.indicadoresDesempeno,
      "texto",
      14,
      "Sí, si se presenta en ellos.",
      SI_NO,
    ),
    columna(
      "indicadoresSatisfaccion",
      COMPONENTES_DIFICULTAD.indicadoresSatisfaccion,
      "texto",
      14,
      "Sí, si se presenta en ellos.",
      SI_NO,
    ),
    columna(
      "elementos",
      "Códigos de los elementos",
      "texto",
      22,
      "Códigos del plan, uno por línea o separados por coma: OE1, A2, A2.ID1.",
      undefined,
      ["Elementos", "Códigos"],
    ),
  ],
} as const satisfies HojaInforme;

export const HOJA_SEGUIMIENTO = {
  nombre: "Seguimiento",
  variantes: [],
  titulo: "Seguimiento de la implementación",
  columnas: [
    columna("dato", "Dato", "fijo", 34),
    columna("valor", "Contenido", "texto", 110, "Escriba en esta columna.", undefined, [
      "Valor",
      "Respuesta",
    ]),
  ],
} as const satisfies HojaInforme;

export const SEGUIMIENTO = {
  avances: "Avances",
  desafios: "Desafíos",
  resultados: "Resultados",
  leccionesAprendidas: "Lecciones aprendidas",
  sinDificultadesNiHolguras: "Por qué no hubo dificultades ni holguras",
} as const;

export type CampoSeguimiento = keyof typeof SEGUIMIENTO;

const RELACIONADOS = Object.fromEntries(
  COMPONENTES_RELACIONADOS.map((c) => [c, NOMBRES_COMPONENTE[c]]),
) as Record<(typeof COMPONENTES_RELACIONADOS)[number], string>;

export const leerComponente = lectorOpcion(RELACIONADOS);
export const leerTipo = lectorOpcion(TIPOS_DIFICULTAD);
export const leerDatoSeguimiento = lectorOpcion(SEGUIMIENTO);
