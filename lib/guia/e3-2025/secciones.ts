import type { SeccionTrabajo } from "./reglas/tipo";

/** The sections of the work, in the order in which an institution goes through them. */
export const SECCIONES: readonly { readonly id: SeccionTrabajo; readonly titulo: string }[] = [
  { id: "plan", titulo: "Plan diseñado en 2024" },
  { id: "ajustes", titulo: "Actualización o confirmación del Plan" },
  { id: "aprobacionPlan", titulo: "Acta del Comité que aprueba el Plan 2025" },
  { id: "ejecucion", titulo: "Ejecución de las actividades" },
  { id: "desempeno", titulo: "Indicadores de desempeño" },
  { id: "satisfaccion", titulo: "Indicadores de satisfacción usuaria" },
  { id: "dificultades", titulo: "Dificultades y holguras" },
  { id: "seguimiento", titulo: "Seguimiento" },
  { id: "aprobacionInforme", titulo: "Acta del Comité que aprueba el informe" },
  { id: "difusion", titulo: "Difusión del informe" },
];
