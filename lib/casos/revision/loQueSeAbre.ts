/** Places that a return may open besides what was observed. */
export const LUGARES_POR_ABRIR = [
  { ruta: "/ajustes", nombre: "Decisiones sobre el plan (pide otra vez las dos actas)" },
  { ruta: "/aprobacionPlan", nombre: "Acta que aprueba el plan" },
  { ruta: "/informe/actividades", nombre: "Actividades" },
  { ruta: "/informe/indicadoresDesempeno", nombre: "Indicadores de desempeño" },
  { ruta: "/informe/indicadoresSatisfaccion", nombre: "Indicadores de satisfacción usuaria" },
  { ruta: "/informe/dificultadesHolguras", nombre: "Dificultades y holguras" },
  { ruta: "/informe/seguimiento", nombre: "Seguimiento" },
  { ruta: "/aprobacionInforme", nombre: "Acta que aprueba el informe" },
  { ruta: "/difusion/instancias", nombre: "Instancias de difusión" },
  { ruta: "/difusion/destinatarios", nombre: "Destinatarios" },
  { ruta: "/difusion/cosoc", nombre: "COSOC" },
] as const;

/** How places wider than an element of the document are called: those, and what holds several of them. */
const LUGARES_AMPLIOS: ReadonlyMap<string, string> = new Map([
  ...LUGARES_POR_ABRIR.map(({ ruta, nombre }) => [ruta, nombre] as const),
  ["", "Todo el expediente"],
  ["/informe", "Todo el informe de implementación"],
  ["/difusion", "Toda la difusión"],
  ["/planOriginal", "Decisiones sobre lo que el plan mantiene"],
  ["/planOriginal/objetivosEspecificos", "Decisiones sobre los objetivos específicos"],
  ["/planOriginal/indicadoresSatisfaccion", "Decisiones sobre los indicadores de satisfacción usuaria"],
  ["/planOriginal/actividades", "Decisiones sobre las actividades"],
]);

/** What a return opens, by its name. Takes how a place inside an element is called. */
export const nombreDeLoAbierto = (ruta: string, lugar: (ruta: string) => string): string =>
  LUGARES_AMPLIOS.get(ruta) ?? lugar(ruta);
