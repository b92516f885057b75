/** Closed lists of stage 3 (edition 2025): the codes that travel in files, with the words a person reads. */

export const SENTIDOS = { ascendente: "Ascendente", descendente: "Descendente" } as const;
export const PRIORIDADES = { alta: "Alta", media: "Media", baja: "Baja" } as const;
export const FACTORES = [1, 100] as const;
export const DECISIONES_AJUSTE = {
  mantiene: "Se mantiene",
  modifica: "Se modifica",
  incorpora: "Se incorpora",
  elimina: "Se elimina",
} as const;
export const DECISIONES_ACTA = { aprueba: "Aprueba", rechaza: "Rechaza" } as const;
export const TIPOS_ELEMENTO = {
  objetivoEspecifico: "Objetivo específico",
  indicadorSatisfaccion: "Indicador de satisfacción usuaria",
  actividad: "Actividad",
} as const;
export const TIPOS_DIFICULTAD = { dificultad: "Dificultad", holgura: "Holgura" } as const;
export const MEDIOS = {
  correo: "Correo electrónico",
  reunion: "Reunión",
  intranet: "Mensaje en intranet",
  oficio: "Oficio",
  otro: "Otro medio",
} as const;
export const MODALIDADES = { presencial: "Presencial", remota: "Remota", hibrida: "Híbrida" } as const;
export const GRUPOS = {
  personal: "Personal de la institución",
  directivos: "Directivos",
  cosoc: "Consejo de la Sociedad Civil",
} as const;
export const CALIDADES_JURIDICAS = {
  planta: "Planta",
  contrata: "Contrata",
  honorarios: "Honorarios",
  codigo_trabajo: "Código del trabajo",
} as const;

/** Components of the general objective and the specific ones, of a satisfaction indicator, and of an activity. */
export const COMPONENTES_OBJETIVO = ["texto"] as const;
export const COMPONENTES_SATISFACCION = ["indicador"] as const;
export const COMPONENTES_ACTIVIDAD = [
  "descripcion",
  "plazos",
  "areasResponsables",
  "poblacionObjetivo",
  "tramites",
  "indicadoresDesempeno",
  "sistemasRespaldo",
  "priorizacion",
  "costos",
] as const;

/** The seven related components that the report compares with the plan as adjusted in June (§2.c). */
export const COMPONENTES_RELACIONADOS = [
  "plazos",
  "areasResponsables",
  "poblacionObjetivo",
  "indicadoresDesempeno",
  "sistemasRespaldo",
  "priorizacion",
  "costos",
] as const;

/** Components of the plan in which a difficulty or slack shows (§4.d). */
export const COMPONENTES_DIFICULTAD = {
  objetivos: "Objetivos específicos",
  actividades: "Actividades",
  indicadoresDesempeno: "Indicadores de desempeño",
  indicadoresSatisfaccion: "Indicadores de satisfacción usuaria",
} as const;

/** How each component of an element is called on screens, in messages and in documents. */
export const NOMBRES_COMPONENTE = {
  texto: "Texto del objetivo",
  indicador: "Indicador de satisfacción usuaria",
  descripcion: "Descripción de la actividad",
  plazos: "Plazos de ejecución",
  areasResponsables: "Áreas responsables y participantes",
  poblacionObjetivo: "Población objetivo",
  tramites: "Trámites",
  indicadoresDesempeno: "Indicadores de desempeño",
  sistemasRespaldo: "Sistemas de respaldo y reportabilidad",
  priorizacion: "Priorización de actividad",
  costos: "Costos e ítems presupuestarios",
  objetivoEspecifico: "Objetivo específico al que se vincula",
} as const;

export type ComponenteActividad = (typeof COMPONENTES_ACTIVIDAD)[number];
export type ComponenteRelacionado = (typeof COMPONENTES_RELACIONADOS)[number];
export type ComponenteDificultad = keyof typeof COMPONENTES_DIFICULTAD;
export type Componente = keyof typeof NOMBRES_COMPONENTE;
export type TipoElemento = keyof typeof TIPOS_ELEMENTO;
export type Grupo = keyof typeof GRUPOS;

export { OBJETIVO_GENERAL } from "./objetivoGeneral";
