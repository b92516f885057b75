/** Categories that justify a change (§1), with the guide's own explanation. */
export const CATEGORIAS = {
  a: {
    nombre: "Mejoras identificadas al inicio de la implementación",
    explicacion:
      "Antes de ejecutar el Plan de Mejoramiento, la institución identificó nuevas oportunidades para optimizar las actividades planificadas. Esto puede deberse a una mejor alineación con el diagnóstico de la etapa 1, nuevos antecedentes o información disponible sobre el diagnóstico, la identificación de enfoques más eficientes, el uso de herramientas más adecuadas o estrategias con mayor impacto en los objetivos. Por ello, es necesario ajustar el Plan para incorporar estas mejoras, en línea con un enfoque de mejora continua. Se espera que la institución considere los resultados del proceso de validación técnica externa de compromisos del año 2024 en la actualización, en los casos que corresponda.",
  },
  b: {
    nombre: "Ajustes presupuestarios",
    explicacion:
      "La disponibilidad de recursos financieros es un factor clave para la implementación de un Plan de Mejoramiento. Sin embargo, ajustes en el presupuesto institucional, ya sea por restricciones fiscales o reasignaciones de fondos, pueden limitar la ejecución de ciertas actividades.",
  },
  c: {
    nombre: "Cambios normativos",
    explicacion:
      "Las modificaciones en el marco normativo pueden impactar la viabilidad del Plan de Mejoramiento definido, ya que puede establecer nuevas exigencias, restricciones o procedimientos.",
  },
  d: {
    nombre: "Cambio en priorización por la jefatura de servicio",
    explicacion:
      "Las prioridades estratégicas de la institución pueden cambiar en función de nuevas directrices de la jefatura, lo que puede afectar la ejecución del Plan de Mejoramiento. La reasignación de esfuerzos a otras áreas de mayor relevancia institucional puede implicar cambios en la planificación.",
  },
  e: {
    nombre: "Cambios en la estructura institucional",
    explicacion:
      "Reformas organizacionales, modificaciones en la distribución de funciones o la creación o eliminación de unidades pueden afectar la ejecución del Plan de Mejoramiento. Estos cambios pueden generar reasignaciones de responsabilidades, alteraciones en la cadena de toma de decisiones o la necesidad de rediseñar actividades para adaptarlas a la nueva configuración institucional.",
  },
  f: {
    nombre: "Factores externos no previstos",
    explicacion:
      "Cambios en el entorno político, social o económico pueden incidir en la implementación del Plan de Mejoramiento. Situaciones como crisis económicas, emergencias nacionales o nuevas demandas de la ciudadanía pueden generar la necesidad de redirigir esfuerzos y recursos, afectando el cumplimiento de los objetivos inicialmente trazados.",
  },
  g: {
    nombre: "Otras justificaciones",
    explicacion: "La institución puede agregar otras razones para justificar.",
  },
} as const;
export type Categoria = keyof typeof CATEGORIAS;

/** Their names alone. */
export const CATEGORIAS_AJUSTE = Object.fromEntries(
  Object.entries(CATEGORIAS).map(([codigo, { nombre }]) => [codigo, nombre]),
) as Readonly<Record<Categoria, string>>;
