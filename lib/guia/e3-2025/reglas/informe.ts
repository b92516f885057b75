import { familia } from "./tipo";

const eje = familia("ejecucion");
const inf = familia("seguimiento");
const dyh = familia("dificultades");

/** EJE: execution of the activities. */
export const REGLAS_EJECUCION = [
  eje(
    "EJE-01",
    "error",
    "Un resultado, y solo uno, por cada actividad del plan vigente; ninguno de una actividad ajena",
    "/informe/actividades",
    "resultadosDeActividades",
    {
      falta: "{lugar}: falta el resultado de su ejecución. Infórmelo.",
      repetido: "{lugar}: su resultado está informado más de una vez. Deje uno solo.",
      ajeno: "El informe trae un resultado de la actividad «{id}», que no está en el Plan 2025. Retírelo.",
    },
  ),
  eje(
    "EJE-02",
    "error",
    "Responde si se ejecutó según lo descrito",
    "/informe/actividades/i/ejecutadaSegunDescripcion",
    "segunDescrito",
    "{lugar}: falta responder si se ejecutó según lo descrito en el plan. Responda sí o no.",
  ),
  eje(
    "EJE-03",
    "error",
    "Si no se ejecutó según lo descrito, lo explica",
    "/informe/actividades/i/explicacion",
    "actividadCumplida",
    "{lugar}: no se ejecutó según lo descrito y falta la explicación. Explique qué ocurrió.",
  ),
  eje(
    "EJE-04",
    "error",
    "Responde, una vez, por cada trámite declarado en la actividad",
    "/informe/actividades/i/tramites",
    "tramitesVinculados",
    {
      falta: "{lugar}: falta responder si el trámite «{tramite}» estuvo vinculado. Responda sí o no.",
      vinculado: "{lugar}, trámite «{tramite}»: falta responder si estuvo vinculado. Responda sí o no.",
      repetido: "{lugar}: el trámite «{tramite}» está respondido más de una vez. Deje una sola respuesta.",
      ajeno:
        "{lugar}: responde por el trámite «{tramite}», que la actividad no declara. Retire la respuesta.",
    },
  ),
  eje(
    "EJE-05",
    "error",
    "Si un trámite no estuvo vinculado, lo explica",
    "/informe/actividades/i/tramites/j/explicacion",
    "actividadCumplida",
    "{lugar}: el trámite «{tramite}» no estuvo vinculado y falta la explicación. Explique por qué.",
  ),
  eje(
    "EJE-06",
    "error",
    "Responde, una vez, por cada uno de los siete componentes relacionados",
    "/informe/actividades/i/componentes",
    "componentesRelacionados",
    {
      falta: "{lugar}: falta responder si se modificó «{componente}». Responda sí o no.",
      modificado: "{lugar}, «{componente}»: falta responder si se modificó. Responda sí o no.",
      repetido: "{lugar}: «{componente}» está respondido más de una vez. Deje una sola respuesta.",
      ajeno: "{lugar}: «{componente}» no es uno de los siete componentes relacionados. Retire la respuesta.",
    },
  ),
  eje(
    "EJE-07",
    "error",
    "Un componente modificado respecto del plan ajustado trae justificación detallada",
    "/informe/actividades/i/componentes/j/justificacion",
    "justificacionDetallada",
    "{lugar}: se modificó «{componente}» respecto del plan ajustado y falta la justificación. Detalle los cambios efectuados.",
  ),
  eje(
    "EJE-08",
    "error",
    "Descripción del medio de verificación",
    "/informe/actividades/i/medioVerificacion/descripcion",
    "descripcionMedio",
    "{lugar}: falta la descripción del medio de verificación. Detalle los documentos que acreditan la ejecución.",
  ),
  eje(
    "EJE-09",
    "error",
    "Al menos un formato o extensión del medio de verificación",
    "/informe/actividades/i/medioVerificacion/formatos",
    "formatoMedio",
    "{lugar}: falta el formato o la extensión del medio de verificación. Indique al menos uno (por ejemplo, pdf o xlsx).",
  ),
] as const;

/** DYH and INF: difficulties and slacks, and the follow-up. */
export const REGLAS_CIERRE = [
  dyh("DYH-01", "error", "Tipo: dificultad u holgura", "/informe/dificultadesHolguras/i/tipo", "dyhTipo", {
    falta: "{lugar}: falta decir si es una dificultad o una holgura. Elija una.",
    ajeno: "{lugar}: el tipo «{tipo}» no existe. Elija dificultad u holgura.",
  }),
  dyh(
    "DYH-02",
    "error",
    "Descripción de qué surgió y cómo afectó",
    "/informe/dificultadesHolguras/i/descripcion",
    "dyhDescripcion",
    "{lugar}: falta la descripción. Explique qué surgió y cómo afectó la implementación.",
  ),
  dyh(
    "DYH-03",
    "error",
    "Al menos un factor, interno o externo",
    "/informe/dificultadesHolguras/i",
    "dyhFactor",
    "{lugar}: no describe factores. Describa al menos uno, interno o externo, que explique sus causas.",
  ),
  dyh(
    "DYH-04",
    "error",
    "Al menos un componente del plan en que se presenta",
    "/informe/dificultadesHolguras/i/componentes",
    "dyhComponentes",
    {
      falta: "{lugar}: falta marcar en qué componente del plan se presenta. Marque al menos uno.",
      ajeno:
        "{lugar}: «{componente}» no es un componente del plan. Marque objetivos específicos, actividades, indicadores de desempeño o indicadores de satisfacción usuaria.",
    },
  ),
  dyh(
    "DYH-05",
    "error",
    "Cada elemento citado existe en el plan vigente y es de un componente marcado",
    "/informe/dificultadesHolguras/i/elementos/j",
    "dyhHallazgos",
    {
      ajeno: "{lugar}: cita el elemento «{id}», que no está en el Plan 2025. Quítelo o corríjalo.",
      sinMarcar:
        "{lugar}: cita {elemento} sin marcar «{componente}». Marque ese componente o quite el elemento.",
    },
  ),
  dyh(
    "DYH-06",
    "error",
    "Al menos una dificultad u holgura, o la explicación de por qué no las hubo",
    "/informe/dificultadesHolguras",
    "dyhAnalisis",
    "El informe no trae dificultades ni holguras. Agregue al menos una, o explique por qué no las hubo.",
  ),
  dyh(
    "DYH-07",
    "aviso",
    "Una actividad no cumplida o una meta no alcanzada no aparece en ninguna dificultad",
    "/informe/dificultadesHolguras",
    "dyhHallazgos",
    {
      actividad:
        "{lugar}: no se cumplió y no aparece en ninguna dificultad. Agréguela a la dificultad que lo explica.",
      meta: "{lugar}: no alcanzó la meta y no aparece en ninguna dificultad. Agréguelo a la dificultad que lo explica.",
    },
  ),
  inf(
    "INF-01",
    "error",
    "Seguimiento: avances, desafíos, resultados y lecciones aprendidas",
    "/informe/seguimiento/…",
    "seguimiento",
    "Seguimiento: falta escribir {campo}. Complételo.",
  ),
] as const;
