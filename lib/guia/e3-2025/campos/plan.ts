import * as h from "../hojas";
import { camposDe } from "./tipo";

const indicador = (numero: string) =>
  ({
    id: {
      etiqueta: `Número del indicador de ${numero}`,
      ayuda: `Número del indicador de ${numero}.`,
      cita: numero === "desempeño" ? "desPrecargado" : "satPrecargado",
      esquema: h.identificador,
      reglas: ["PLAN-03"],
    },
    nombre: {
      etiqueta: `Nombre del indicador de ${numero}`,
      ayuda: `Nombre del indicador de ${numero}.`,
      cita: "formulaYMeta",
      esquema: h.texto,
      reglas: ["PLAN-06"],
    },
    formula: {
      etiqueta: `Fórmula del indicador de ${numero}`,
      ayuda: "El resultado de los indicadores debe considerar la fórmula de cálculo y meta comprometida.",
      cita: "formulaYMeta",
      esquema: h.texto,
      reglas: ["PLAN-06"],
    },
    factor: {
      etiqueta: "Factor",
      ayuda: "Por cuánto se multiplica el cuociente: 100 si es un porcentaje, 1 si no lo es.",
      cita: "formulaYMeta",
      esquema: h.factor,
      reglas: ["PLAN-06"],
    },
    unidad: {
      etiqueta: "Unidad de medida",
      ayuda: "En qué se expresa el resultado; por ejemplo, %, días o minutos.",
      cita: "formulaYMeta",
      esquema: h.texto,
    },
    sentido: {
      etiqueta: "Sentido",
      ayuda: "Ascendente si la meta se alcanza al subir hasta ella; descendente si se alcanza al bajar.",
      cita: "formulaYMeta",
      esquema: h.sentido,
      reglas: ["PLAN-06"],
    },
    meta: {
      etiqueta: "Meta definida para 2025",
      ayuda: "Meta definida para 2025.",
      cita: numero === "desempeño" ? "desPrecargado" : "satPrecargado",
      esquema: h.numero,
      unidad: "la del indicador",
      reglas: ["PLAN-06"],
    },
  }) as const;

/** The plan designed in 2024, preloaded. */
export const CAMPOS_PLAN = [
  ...camposDe("planOriginal", "plan", "precarga", {
    ejercicio: {
      etiqueta: "Ejercicio",
      ayuda: "Año en que se implementa el Plan de Mejoramiento.",
      cita: "duranteElAnio",
      esquema: h.ejercicio,
      unidad: "año",
      reglas: ["PLAN-09"],
    },
    objetivoGeneral: {
      etiqueta: "Objetivo general",
      ayuda: "Objetivo general del Plan de Mejoramiento.",
      cita: "seAsociaA",
      esquema: h.texto,
      reglas: ["PLAN-01"],
    },
  }),
  ...camposDe("planOriginal/objetivosEspecificos/*", "plan", "precarga", {
    id: {
      etiqueta: "Número del objetivo específico",
      ayuda: "Identifica el objetivo dentro del plan.",
      cita: "seAsociaA",
      esquema: h.identificador,
      reglas: ["PLAN-03"],
    },
    descripcion: {
      etiqueta: "Objetivo específico",
      ayuda: "Las actividades se llevan a cabo para garantizar el cumplimiento de los objetivos específicos.",
      cita: "actividadesGarantizan",
      esquema: h.texto,
    },
  }),
  ...camposDe(
    "planOriginal/indicadoresSatisfaccion/*",
    "plan",
    "precarga",
    indicador("satisfacción usuaria"),
  ),
  ...camposDe("planOriginal/actividades/*", "plan", "precarga", {
    id: {
      etiqueta: "Número de la actividad",
      ayuda: "Identifica la actividad dentro del plan.",
      cita: "desPrecargado",
      esquema: h.identificador,
      reglas: ["PLAN-03"],
    },
    objetivoEspecifico: {
      etiqueta: "Objetivo específico al que se vincula",
      ayuda: "Objetivo específico cuyo cumplimiento garantiza la actividad.",
      cita: "actividadesGarantizan",
      esquema: h.texto,
      reglas: ["PLAN-04"],
    },
    descripcion: {
      etiqueta: "Descripción de la actividad",
      ayuda:
        "Tarea o acción estratégica. La actividad se cumple si se lleva a cabo conforme a esta descripción.",
      cita: "actividadCumplida",
      esquema: h.texto,
      reglas: ["PLAN-07"],
    },
    "plazos/inicio": {
      etiqueta: "Plazos de ejecución: inicio",
      ayuda: "Día en que comienza la actividad.",
      cita: "seAsociaA",
      esquema: h.texto,
      unidad: "día",
      reglas: ["PLAN-05"],
    },
    "plazos/termino": {
      etiqueta: "Plazos de ejecución: término",
      ayuda: "Día en que termina la actividad.",
      cita: "seAsociaA",
      esquema: h.texto,
      unidad: "día",
      reglas: ["PLAN-05"],
    },
    areasResponsables: {
      etiqueta: "Áreas responsables",
      ayuda: "Áreas de la institución que responden por la actividad.",
      cita: "seAsociaA",
      esquema: h.textos,
      reglas: ["PLAN-07"],
    },
    participantes: {
      etiqueta: "Participantes",
      ayuda: "Quiénes participan en la actividad.",
      cita: "seAsociaA",
      esquema: h.texto,
    },
    poblacionObjetivo: {
      etiqueta: "Población objetivo",
      ayuda: "A quiénes beneficia la actividad.",
      cita: "seAsociaA",
      esquema: h.texto,
      reglas: ["PLAN-07"],
    },
    tramites: {
      etiqueta: "Trámites y/o servicios seleccionados",
      ayuda:
        "Trámites declarados en la actividad. La actividad se cumple si está vinculada con todos los trámites declarados.",
      cita: "vinculadaATramites",
      esquema: h.textos,
      reglas: ["PLAN-08"],
    },
    sistemasRespaldo: {
      etiqueta: "Sistemas de respaldo y reportabilidad",
      ayuda: "Dónde y cómo se guarda y se informa lo que se ejecuta.",
      cita: "seAsociaA",
      esquema: h.texto,
      reglas: ["PLAN-07"],
    },
    priorizacion: {
      etiqueta: "Priorización de actividad",
      ayuda: "Alta, media o baja.",
      cita: "seAsociaA",
      esquema: h.priorizacion,
      reglas: ["PLAN-07"],
    },
    "costos/montoClp": {
      etiqueta: "Costos",
      ayuda: "Costo de la actividad, en pesos.",
      cita: "seAsociaA",
      esquema: h.numero,
      unidad: "pesos chilenos",
      reglas: ["PLAN-07"],
    },
    "costos/items": {
      etiqueta: "Ítems presupuestarios",
      ayuda: "Subtítulo e ítem del presupuesto que financian la actividad.",
      cita: "seAsociaA",
      esquema: h.itemsPresupuestarios,
    },
  }),
  ...camposDe(
    "planOriginal/actividades/*/indicadoresDesempeno/*",
    "plan",
    "precarga",
    indicador("desempeño"),
  ),
];
