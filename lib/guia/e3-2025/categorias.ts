/** Categories of justification of a change to the plan (§1), with the names the guide gives them. */
export const CATEGORIAS_AJUSTE = {
  a: "Mejoras identificadas al inicio de la implementación",
  b: "Ajustes presupuestarios",
  c: "Cambios normativos",
  d: "Cambio en priorización por la jefatura de servicio",
  e: "Cambios en la estructura institucional",
  f: "Factores externos no previstos",
  g: "Otras justificaciones",
} as const;
