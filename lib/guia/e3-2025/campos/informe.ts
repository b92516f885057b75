import type { IdCita } from "../citas";
import * as h from "../hojas";
import { camposDe } from "./tipo";

const seguimiento = (etiqueta: string, ayuda: string) =>
  ({ etiqueta, ayuda, cita: "seguimiento", esquema: h.texto, reglas: ["INF-01"] }) as const;

export const CAMPOS_SEGUIMIENTO = camposDe("informe/seguimiento", "seguimiento", "contraparte", {
  avances: seguimiento("Avances", "Avances del cumplimiento de las actividades y metas."),
  desafios: seguimiento("Desafíos", "Desafíos enfrentados en la implementación."),
  resultados: seguimiento("Resultados alcanzados", "Resultados alcanzados con las actividades y metas."),
  leccionesAprendidas: seguimiento("Lecciones aprendidas", "Lecciones aprendidas durante el proceso."),
});

export const CAMPOS_EJECUCION = camposDe("informe/actividades/*", "ejecucion", "contraparte", {
  actividad: {
    etiqueta: "Actividad",
    ayuda: "Actividad del Plan 2025 cuya ejecución se informa.",
    cita: "resultadosDeActividades",
    esquema: h.identificador,
    llena: "precarga",
    reglas: ["EJE-01"],
  },
  ejecutadaSegunDescripcion: {
    etiqueta: "¿Se llevó a cabo de acuerdo con lo descrito?",
    columna: "Ejecutada según lo descrito",
    ayuda: "Si la actividad se llevó a cabo de acuerdo con lo descrito en el Plan diseñado para 2025.",
    cita: "segunDescrito",
    esquema: h.siNo,
    reglas: ["EJE-02"],
  },
  explicacion: {
    etiqueta: "Explicación",
    ayuda: "Qué ocurrió, si la actividad no se ejecutó según lo descrito.",
    cita: "actividadCumplida",
    esquema: h.texto,
    reglas: ["EJE-03"],
  },
  "tramites/*/tramite": {
    etiqueta: "Trámite o servicio seleccionado",
    columna: "Trámite y/o servicio",
    ayuda: "Trámite declarado en la actividad.",
    cita: "tramitesVinculados",
    esquema: h.texto,
    llena: "precarga",
    reglas: ["EJE-04"],
  },
  "tramites/*/vinculado": {
    etiqueta: "¿Estuvo vinculado a la actividad realizada?",
    columna: "Vinculado",
    ayuda: "Si los trámites y/o servicios seleccionados estuvieron vinculados a la actividad realizada.",
    cita: "tramitesVinculados",
    esquema: h.siNo,
    reglas: ["EJE-04"],
  },
  "tramites/*/explicacion": {
    etiqueta: "Explicación del trámite no vinculado",
    columna: "Explicación",
    ayuda: "Por qué el trámite no estuvo vinculado.",
    cita: "actividadCumplida",
    esquema: h.texto,
    reglas: ["EJE-05"],
  },
  "componentes/*/componente": {
    etiqueta: "Componente relacionado",
    ayuda:
      "Plazos de ejecución, áreas responsables y participantes, población objetivo, indicadores de desempeño, sistemas de respaldo y reportabilidad, priorización de actividad, costos e ítems presupuestarios.",
    cita: "componentesRelacionados",
    esquema: h.texto,
    llena: "precarga",
    reglas: ["EJE-06"],
  },
  "componentes/*/modificado": {
    etiqueta: "¿Se modificó respecto del plan ajustado a junio?",
    columna: "Modificado",
    ayuda: "Si se realizó la actividad conforme a lo que se indicó en los componentes relacionados.",
    cita: "componentesRelacionados",
    esquema: h.siNo,
    reglas: ["EJE-06"],
  },
  "componentes/*/justificacion": {
    etiqueta: "Justificación detallada de los cambios",
    columna: "Justificación",
    ayuda: "Justificación detallada de los cambios efectuados.",
    cita: "justificacionDetallada",
    esquema: h.texto,
    reglas: ["EJE-07"],
  },
  "medioVerificacion/descripcion": {
    etiqueta: "Descripción del medio de verificación",
    ayuda:
      "Detalle en qué consisten los instrumentos a través de los que se acredita la ejecución. Estos documentos no serán cargados a la plataforma: guárdelos.",
    cita: "descripcionMedio",
    esquema: h.texto,
    reglas: ["EJE-08"],
  },
  "medioVerificacion/formatos": {
    etiqueta: "Formato del medio de verificación",
    ayuda:
      "Formato y extensión de los archivos donde se almacena la información; por ejemplo, Excel, PowerPoint o PDF.",
    cita: "formatoMedio",
    esquema: h.textos,
    reglas: ["EJE-09"],
  },
});

function resultado(prefijo: "DES" | "SAT", citas: Readonly<Record<string, IdCita>>) {
  const des = prefijo === "DES";
  const cita = (nombre: string): IdCita => citas[nombre] ?? "formulaYMeta";
  const contexto = des
    ? "de la actividad realizada y su contribución al logro del objetivo específico"
    : "del objetivo general del Plan y su relación con la calidad del servicio y la experiencia de las personas usuarias";
  return {
    indicador: {
      etiqueta: "Indicador",
      ayuda: "Indicador del Plan 2025 cuyo resultado se informa.",
      cita: cita("reportar"),
      esquema: h.identificador,
      llena: "precarga",
      reglas: [`${prefijo}-01`],
    },
    medido: {
      etiqueta: "¿Se pudo medir?",
      columna: "Se midió",
      ayuda: "En caso de que la institución no pueda medir el indicador, deberá justificar esta situación.",
      cita: "noMedido",
      esquema: h.siNo,
      reglas: [`${prefijo}-02`],
    },
    numerador: {
      etiqueta: "Numerador",
      ayuda: "Valor obtenido: numerador del indicador.",
      cita: cita("valor"),
      esquema: h.numero,
      unidad: "la de la fórmula",
      reglas: [`${prefijo}-02`, `${prefijo}-10`, `${prefijo}-11`],
    },
    denominador: {
      etiqueta: "Denominador",
      ayuda: "Valor obtenido: denominador del indicador.",
      cita: cita("valor"),
      esquema: h.numero,
      unidad: "la de la fórmula",
      reglas: [`${prefijo}-02`, `${prefijo}-03`, `${prefijo}-10`],
    },
    ...(des
      ? {
          resultado: {
            etiqueta: "Resultado final",
            columna: "Resultado informado",
            ayuda: "Valor obtenido: resultado final del indicador, según su fórmula de cálculo.",
            cita: cita("valor"),
            esquema: h.numero,
            unidad: "la del indicador",
            reglas: ["DES-02", "DES-04", "DES-10"],
          },
        }
      : {}),
    interpretacion: {
      etiqueta: "Interpretación y conclusiones",
      ayuda: `Análisis detallado de los resultados, interpretando su significado dentro del contexto ${contexto}, destacando fortalezas, debilidades y oportunidades de mejora.`,
      cita: cita("interpretacion"),
      esquema: h.texto,
      reglas: [`${prefijo}-05`],
    },
    analisisBrechas: {
      etiqueta: "Análisis de brechas",
      ayuda:
        "Identificación de las diferencias entre los resultados alcanzados y los objetivos inicialmente planteados, con los obstáculos que impidieron alcanzarlos. Solo si no se alcanzó la meta.",
      cita: cita("brechas"),
      esquema: h.texto,
      reglas: [`${prefijo}-06`, `${prefijo}-07`, `${prefijo}-10`],
    },
    recomendaciones: {
      etiqueta: "Recomendaciones",
      ayuda: `Propuestas para ajustar las estrategias o redefinir indicadores y metas, si es necesario, con el fin de mejorar ${des ? "el desempeño" : "la satisfacción usuaria"} en futuros ciclos de implementación.`,
      cita: cita("recomendaciones"),
      esquema: h.texto,
    },
    justificacion: {
      etiqueta: "Por qué no se pudo medir",
      columna: "Justificación de que no se pudo medir",
      ayuda: "Explicación clara de las razones.",
      cita: "noMedido",
      esquema: h.texto,
      reglas: [`${prefijo}-08`],
    },
    antecedentes: {
      etiqueta: "Antecedentes",
      ayuda: "Antecedentes que ayuden a comprender la situación.",
      cita: "noMedidoAntecedentes",
      esquema: h.texto,
      reglas: [`${prefijo}-09`],
    },
  } as Parameters<typeof camposDe>[3];
}

export const CAMPOS_DESEMPENO = camposDe(
  "informe/indicadoresDesempeno/*",
  "desempeno",
  "contraparte",
  resultado("DES", {
    reportar: "desReportar",
    valor: "desValor",
    interpretacion: "desInterpretacion",
    brechas: "desBrechasSolo",
    recomendaciones: "desRecomendaciones",
  }),
);

export const CAMPOS_SATISFACCION = camposDe(
  "informe/indicadoresSatisfaccion/*",
  "satisfaccion",
  "contraparte",
  resultado("SAT", {
    reportar: "satReportar",
    valor: "satValor",
    interpretacion: "satInterpretacion",
    brechas: "satBrechasSolo",
    recomendaciones: "satRecomendaciones",
  }),
);

export const CAMPOS_DIFICULTAD = [
  ...camposDe("informe/dificultadesHolguras/*", "dificultades", "contraparte", {
    tipo: {
      etiqueta: "Dificultad u holgura",
      columna: "Tipo",
      ayuda:
        "Las dificultades afectaron negativamente la implementación de las actividades; las holguras la facilitaron.",
      cita: "dyhTipo",
      esquema: h.texto,
      reglas: ["DYH-01"],
    },
    descripcion: {
      etiqueta: "Descripción",
      ayuda:
        "Explicar claramente la dificultad u holgura que surgió y cómo afectó la implementación de la actividad.",
      cita: "dyhDescripcion",
      esquema: h.texto,
      reglas: ["DYH-02"],
    },
    factoresInternos: {
      etiqueta: "Factores internos",
      ayuda: "Causas que se originan al interior de la institución.",
      cita: "dyhInternos",
      esquema: h.texto,
      reglas: ["DYH-03"],
    },
    factoresExternos: {
      etiqueta: "Factores externos",
      ayuda: "Causas que se originan al exterior de la institución.",
      cita: "dyhExternos",
      esquema: h.texto,
      reglas: ["DYH-03"],
    },
    componentes: {
      etiqueta: "Componentes del Plan en que se presenta",
      columna: "Componentes del plan en que se presenta",
      ayuda:
        "Objetivos específicos, actividades, indicadores de desempeño, indicadores de satisfacción usuaria.",
      cita: "dyhComponentes",
      esquema: h.textos,
      reglas: ["DYH-04"],
    },
    elementos: {
      etiqueta: "Elementos del Plan que toca",
      columna: "Elementos",
      ayuda: "Los objetivos, actividades e indicadores a los que se refiere.",
      cita: "dyhHallazgos",
      esquema: h.textos,
      reglas: ["DYH-05"],
    },
  }),
  ...camposDe("informe", "dificultades", "contraparte", {
    sinDificultadesNiHolguras: {
      etiqueta: "Por qué no hubo dificultades ni holguras",
      ayuda: "Si no hubo dificultades ni holguras, explique por qué.",
      cita: "dyhAnalisis",
      esquema: h.texto,
      reglas: ["DYH-06"],
    },
  }),
];
