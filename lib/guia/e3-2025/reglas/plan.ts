import { familia } from "./tipo";

const regla = familia("plan");

/** PLAN: the plan designed in 2024, preloaded. */
export const REGLAS_PLAN = [
  regla(
    "PLAN-01",
    "error",
    "Objetivo general no vacío",
    "/planOriginal/objetivoGeneral",
    "seAsociaA",
    "El plan no tiene objetivo general. Escriba el objetivo general del Plan de Mejoramiento.",
  ),
  regla(
    "PLAN-02",
    "error",
    "Al menos un objetivo específico y una actividad",
    "/planOriginal/objetivosEspecificos, /planOriginal/actividades",
    "implementaElPlan",
    {
      objetivos: "El plan no tiene objetivos específicos. Agregue al menos un objetivo específico.",
      actividades: "El plan no tiene actividades. Agregue al menos una actividad.",
      ambos:
        "El plan no tiene objetivos específicos ni actividades. Agregue al menos un objetivo específico y una actividad.",
    },
  ),
  regla(
    "PLAN-03",
    "error",
    "Identificadores únicos en todo el plan, indicadores incluidos; OG cuenta como usado",
    "el elemento repetido",
    "precargada",
    "{lugar}: el identificador «{id}» ya está usado en {otro}. Dele un identificador propio.",
  ),
  regla(
    "PLAN-04",
    "error",
    "Cada actividad se vincula a un objetivo específico que existe",
    "/planOriginal/actividades/i/objetivoEspecifico",
    "actividadesGarantizan",
    {
      falta:
        "{lugar}: no indica el objetivo específico al que se vincula. Elija uno de los objetivos del plan.",
      ajeno:
        "{lugar}: se vincula al objetivo específico «{id}», que no existe en el plan. Elija uno de los objetivos del plan.",
    },
  ),
  regla(
    "PLAN-05",
    "error",
    "Plazos con dos fechas reales, inicio no posterior al término",
    "/planOriginal/actividades/i/plazos",
    "seAsociaA",
    {
      fechas:
        "{lugar}: los plazos no tienen dos fechas reales (inicio: {inicio}; término: {termino}). Escriba ambas como día, mes y año.",
      orden:
        "{lugar}: el inicio ({inicio}) es posterior al término ({termino}). Corrija una de las dos fechas.",
    },
  ),
  regla(
    "PLAN-06",
    "error",
    "Cada indicador tiene nombre, fórmula, factor (1 o 100), sentido y meta numérica",
    "el campo del indicador",
    "formulaYMeta",
    "{lugar}: falta {campo}. {remedio}",
  ),
  regla(
    "PLAN-07",
    "aviso",
    "Componente de la actividad sin contenido",
    "el componente",
    "seAsociaA",
    "{lugar}: el componente «{componente}» no tiene contenido. Complételo mediante un ajuste, si corresponde.",
  ),
  regla(
    "PLAN-08",
    "aviso",
    "Actividad sin trámites declarados o sin indicador de desempeño",
    "/planOriginal/actividades/i/tramites, …/indicadoresDesempeno",
    "vinculadaATramites",
    {
      tramites: "{lugar}: no declara trámites. Agréguelos mediante un ajuste, si corresponde.",
      indicadores: "{lugar}: no tiene indicador de desempeño. Agréguelo mediante un ajuste, si corresponde.",
    },
  ),
  regla(
    "PLAN-09",
    "error",
    "El plan es del mismo ejercicio e institución que el expediente",
    "/planOriginal/ejercicio, /planOriginal/institucion/codigo",
    "precargada",
    {
      ejercicio:
        "El plan es del ejercicio {plan} y el expediente, del {expediente}. Cargue el plan que corresponde al ejercicio.",
      institucion:
        "El plan es de la institución de código {plan} y el expediente, de la de código {expediente}. Cargue el plan de la institución.",
    },
  ),
] as const;
