import * as h from "../hojas";
import { camposDe } from "./tipo";

const acta = (
  base: "aprobacionPlan" | "aprobacionInforme",
  regla: "APL-03" | "AIN-02",
  huella: "APL-04" | "AIN-03",
  cita: "actaDelPlan" | "actaDelInforme",
) => [
  ...camposDe(base, base, "comite", {
    numero: {
      etiqueta: "Número del acta",
      columna: "Número",
      ayuda: "Número con que la institución identifica el acta del Comité.",
      cita,
      esquema: h.texto,
      reglas: [regla],
    },
    fecha: {
      etiqueta: "Fecha del acta",
      columna: "Fecha",
      ayuda:
        base === "aprobacionPlan"
          ? "Es clave que el Comité apruebe las modificaciones a más tardar el 30 de junio."
          : "Día en que el Comité aprobó el informe.",
      cita: base === "aprobacionPlan" ? "comiteAprueba30Junio" : cita,
      esquema: h.fecha,
      unidad: "día",
      reglas: base === "aprobacionPlan" ? ["APL-02", regla] : [regla, "AIN-04"],
    },
    decision: {
      etiqueta: "Decisión del Comité",
      columna: "Decisión",
      ayuda: "Aprueba o rechaza.",
      cita,
      esquema: h.decisionActa,
      reglas: [regla],
    },
    "asistentes/*/nombre": {
      etiqueta: "Nombre del asistente",
      columna: "Nombre",
      ayuda: "Integrante del Comité que asistió.",
      cita,
      esquema: h.texto,
      reglas: [regla],
    },
    "asistentes/*/cargo": {
      etiqueta: "Cargo del asistente",
      columna: "Cargo",
      ayuda: "Cargo del integrante en la institución.",
      cita,
      esquema: h.texto,
      reglas: [regla],
    },
    "asistentes/*/area": {
      etiqueta: "Área del asistente",
      columna: "Área",
      ayuda: "Área de la institución en que trabaja el integrante.",
      cita,
      esquema: h.texto,
    },
    huella: {
      etiqueta: "Huella de lo aprobado",
      columna: "Huella SHA-256 de lo aprobado",
      ayuda: "Identifica exactamente lo que el Comité aprobó: un cambio posterior deja el acta sin efecto.",
      cita,
      esquema: h.texto,
      reglas: [huella],
    },
  }),
];

/** The update of the plan and both acts. */
export const CAMPOS_AJUSTE = camposDe("ajustes/*", "ajustes", "contraparte", {
  elemento: {
    etiqueta: "Elemento del plan",
    columna: "Elemento",
    ayuda: "Elemento del Plan 2024 sobre el que se decide, o el número de lo que se incorpora.",
    cita: "mantieneOModifica",
    esquema: h.identificador,
    reglas: ["AJU-11"],
  },
  componente: {
    etiqueta: "Componente",
    ayuda: "Se puede modificar cualquiera de los componentes del Plan definido en 2024.",
    cita: "seAsociaA",
    esquema: h.texto,
    reglas: ["AJU-11"],
  },
  decision: {
    etiqueta: "¿Se mantiene o se modifica?",
    columna: "Decisión",
    ayuda: "Señale si se mantiene lo definido en 2024 o si se modifica.",
    cita: "queSeMantiene",
    esquema: h.decisionAjuste,
    reglas: ["AJU-01"],
  },
  tipo: {
    etiqueta: "Qué se incorpora",
    columna: "Tipo",
    ayuda: "Objetivo específico, indicador de satisfacción usuaria o actividad.",
    cita: "queSeMantiene",
    esquema: h.texto,
    reglas: ["AJU-11"],
  },
  categorias: {
    etiqueta: "Justificación del cambio",
    columna: "Categorías de la justificación",
    ayuda: "Escoja una o más de las alternativas.",
    cita: "escogerAlternativas",
    esquema: h.textos,
    reglas: ["AJU-04", "AJU-05"],
  },
  otraRazon: {
    etiqueta: "Otra razón",
    ayuda: "La institución puede agregar otras razones para justificar.",
    cita: "otrasJustificaciones",
    esquema: h.texto,
    reglas: ["AJU-08"],
  },
  argumento: {
    etiqueta: "Argumento",
    ayuda:
      "Explique de forma precisa y sin ambigüedades por qué es necesario hacer cambios: la justificación debe ser clara, verificable y pertinente.",
    cita: "claraVerificable",
    esquema: h.texto,
    reglas: ["AJU-06", "AJU-14"],
  },
  antecedentes: {
    etiqueta: "Antecedentes que lo respaldan",
    ayuda: "Información concreta como datos financieros, normativas actualizadas o informes técnicos.",
    cita: "respaldadas",
    esquema: h.texto,
    reglas: ["AJU-07"],
  },
  registradoEn: {
    etiqueta: "Instante de registro",
    columna: "Registrado en la plataforma",
    ayuda: "La institución podrá actualizar el Plan hasta el 30 de junio, como plazo máximo.",
    cita: "hasta30Junio",
    esquema: h.instante,
    unidad: "instante con zona",
    reglas: ["AJU-10"],
  },
});

export const CAMPOS_PRORROGA = camposDe("prorroga", "ajustes", "redExpertos", {
  hasta: {
    etiqueta: "Prórroga del registro, hasta",
    columna: "Hasta",
    ayuda: "Los ajustes podrán ser reportados en la plataforma cuando se encuentre disponible.",
    cita: "comiteAprueba30Junio",
    esquema: h.instante,
    unidad: "instante con zona",
    reglas: ["AJU-10"],
  },
  razon: {
    etiqueta: "Razón de la prórroga",
    columna: "Razón",
    ayuda: "Por qué la Red de Expertos extiende el registro; no extiende la fecha del acta del Comité.",
    cita: "comiteAprueba30Junio",
    esquema: h.texto,
    reglas: ["AJU-10"],
  },
});

export const CAMPOS_ACTA_PLAN = [
  ...acta("aprobacionPlan", "APL-03", "APL-04", "actaDelPlan"),
  ...camposDe("aprobacionPlan", "aprobacionPlan", "comite", {
    declaraCoherenciaDiagnostico: {
      etiqueta: "Los ajustes resguardan la coherencia con el diagnóstico de la etapa 1",
      columna: "Declara que los ajustes resguardan la coherencia con el diagnóstico de la etapa 1",
      ayuda:
        "Estos ajustes deben resguardar la coherencia con el diagnóstico realizado en etapa 1. Es decir, no deben perder su enfoque estratégico.",
      cita: "coherencia",
      esquema: h.siNo,
      reglas: ["APL-05"],
    },
  }),
];

export const CAMPOS_ACTA_INFORME = acta("aprobacionInforme", "AIN-02", "AIN-03", "actaDelInforme");
