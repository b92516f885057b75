/** Words that the fictional reports are made of. */

export const RAZONES: readonly string[] = [
  "La demanda creció más de lo previsto en el diagnóstico y obligó a priorizar las oficinas con más atenciones.",
  "La licitación del sistema quedó desierta y el convenio marco disponible cubre solo una parte del alcance.",
  "El presupuesto aprobado fue menor que el solicitado y se concentró en las regiones con mayor brecha.",
  "Un cambio normativo modificó los plazos del trámite y hubo que rehacer los instructivos.",
  "Las personas usuarias pidieron en las encuestas otro canal, más simple que el comprometido.",
];

export const DIFICULTADES: readonly string[] = [
  "La licitación se declaró desierta y hubo que repetirla",
  "Rotación del personal de atención durante el segundo semestre",
  "Atraso de la toma de razón del contrato del sistema de reclamos",
  "Falta de interoperabilidad con los registros de otro servicio",
  "Baja respuesta a la encuesta de satisfacción en regiones",
  "Corte prolongado de los sistemas por un incidente de seguridad",
  "Reasignación presupuestaria a mitad de año",
  "Dificultad para coordinar las direcciones regionales",
  "Paralización de funciones durante dos semanas",
];

export const HOLGURAS: readonly string[] = [
  "La capacitación se pudo hacer a distancia y liberó recursos",
  "El convenio con la universidad redujo el costo de la encuesta",
  "El desarrollo interno terminó un mes antes de lo previsto",
];

export const FACTORES_INTERNOS: readonly string[] = [
  "Falta de dotación en la unidad responsable",
  "Demora en la elaboración de las bases de licitación",
  "Procedimientos sin documentar entre áreas",
  "Sistemas antiguos que no registran fechas de cierre",
  "Cambio de jefatura durante el año",
];

export const FACTORES_EXTERNOS: readonly string[] = [
  "Aumento de los tiempos de toma de razón",
  "Pocos proveedores interesados en la licitación",
  "Emergencia climática en las regiones del sur",
  "Cambio de la normativa del trámite",
  "Baja conectividad en comunas rurales",
];
