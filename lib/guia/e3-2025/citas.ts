/** Sentences of the guide (Guía Metodológica Etapa 3 2025), literal, with the section where each stands. */
export interface Cita {
  readonly seccion: string;
  readonly frase: string;
}

const cita = (seccion: string, frase: string): Cita => ({ seccion, frase });

const MV1 = "E3O1RT1 · Medios de verificación (Tabla 2)";
const DESC = "E3O1RT1 · Descripción";
const ACT = "E3O1RT1 · (1) Sobre la actualización del Plan de Mejoramiento";
const JUS = "E3O1RT1 · 1) Justificaciones de eventuales modificaciones";
const EJEC = "E3O1RT1 · (2) Sobre la ejecución del Plan de Mejoramiento";
const RES = "E3O1RT1 · 2) Resultados de la ejecución de las actividades";
const DES = "E3O1RT1 · 3) (1) Indicadores de desempeño";
const SAT = "E3O1RT1 · 3) (2) Indicadores de satisfacción usuaria";
const DYH = "E3O1RT1 · 4) Análisis de las dificultades y holguras";
const CON = "E3O1RT1 · Consideraciones";
const DIF = "E3O1RT2 · Medios de verificación (Tabla 3)";
const DIFC = "E3O1RT2 · Consideraciones";

export const CITAS = {
  implementaElPlan: cita(
    DESC,
    "El Plan anual de mejoramiento de la calidad de servicio y experiencia usuaria definido en la etapa 2 en 2024 debe ser implementado por los servicios en la etapa 3.",
  ),
  precargada: cita(ACT, "contará con la información del plan 2024 precargada"),
  seAsociaA: cita(
    ACT,
    "Se podrá ajustar la información que se asocia al objetivo general, objetivos específicos, indicadores de satisfacción usuaria y actividades (descripción de la actividad, plazos de ejecución, áreas responsables y participantes, población objetivo, trámites, indicadores de desempeño, sistemas de respaldo y reportabilidad, priorización de actividad, costos e ítems presupuestarios).",
  ),
  actividadesGarantizan: cita(
    RES,
    "Las actividades corresponden al conjunto de tareas o acciones estratégicas que se llevan a cabo para garantizar el cumplimiento de los objetivos específicos del Plan de Mejoramiento",
  ),
  formulaYMeta: cita(
    CON,
    "El resultado de los indicadores de desempeño y de satisfacción debe considerar la fórmula de cálculo y meta comprometida, según lo definido en la E2O1RT4 de 2024, o su actualización a junio de 2025.",
  ),
  vinculadaATramites: cita(
    DESC,
    "Cada actividad se considerará cumplida si se ejecuta según la descripción indicada por la institución y está vinculada al(los) trámite(s) declarado(s)",
  ),
  queSeMantiene: cita(
    DESC,
    "Si la institución decide ajustar el Plan, deberá definir qué componentes del Plan 2024 se mantienen, cuáles se modifican y qué nuevos contenidos se incorporan.",
  ),
  mantieneOModifica: cita(
    JUS,
    "Respecto de cada elemento del Plan, se debe i) señalar si se mantiene lo definido en 2024 o si se modifica, ii) describir el nuevo componente y, iii) justificar la razón del cambio.",
  ),
  contenidoActualizado: cita(
    ACT,
    "En el caso que la institución requiera actualizar alguno(s) de los componentes del Plan, entonces debe indicar el contenido actualizado y luego, justificar las razones por las que realizará la modificación y los antecedentes que lo respaldan.",
  ),
  escogerAlternativas: cita(
    JUS,
    "En el caso de realizar una modificación de algún componente, debe escoger una o más de las siguientes las alternativas como justificación y luego argumentar las razones que fundamentaron el cambio:",
  ),
  otrasJustificaciones: cita(
    JUS,
    "Otras justificaciones: La institución puede agregar otras razones para justificar.",
  ),
  claraVerificable: cita(
    JUS,
    "Para actualizar el Plan de Mejoramiento, es fundamental que la justificación sea argumentada de manera clara, verificable y pertinente.",
  ),
  respaldadas: cita(
    JUS,
    "Además, las justificaciones deben estar respaldadas con información concreta como datos financieros, normativas actualizadas o informes técnicos, para asegurar que puedan ser comprobadas y sustentadas ante las instancias correspondientes.",
  ),
  respaldoAntecedentes: cita(
    JUS,
    "Cabe destacar que, si bien existen una serie de razones que justifican la actualización del Plan, estas deben estar respaldadas con antecedentes que verifiquen que procede tal actualización.",
  ),
  hasta30Junio: cita(
    ACT,
    "La institución podrá actualizar el Plan a ejecutar durante 2025 hasta el 30 de junio, como plazo máximo.",
  ),
  acotados: cita(
    ACT,
    "Cabe destacar que se puede modificar cualquiera de los componentes del Plan definido en 2024, no obstante, estos cambios deben ser acotados",
  ),
  todasLasActividades: cita(
    EJEC,
    "Es importante señalar que se deben implementar todas las actividades contempladas en el Plan de Mejoramiento.",
  ),
  comiteAprueba30Junio: cita(
    "E3O1RT1 · nota 2",
    "Sin embargo, es clave que la institución identifique las modificaciones y que el Comité las apruebe a más tardar el 30 de junio.",
  ),
  actaDelPlan: cita(
    MV1,
    "Acta del comité de Calidad de Servicio, Experiencia Usuaria y Transformación Digital que dé cuenta de la aprobación del Plan de Mejoramiento que será implementado en 2025, ajustado si corresponde.",
  ),
  fechaPrevia: cita(
    CON,
    "Es importante que la fecha del acta del comité, que aprueba el Plan a implementar, tenga fecha previa a este plazo.",
  ),
  coherencia: cita(
    CON,
    "Sin embargo, estos ajustes deben resguardar la coherencia con el diagnóstico realizado en etapa 1.",
  ),
  actividadCumplida: cita(
    EJEC,
    "Cada actividad se considerará cumplida si se ha llevado a cabo conforme a la descripción indicada por la institución, tal como se detalla en el Plan, y si considera todos los trámites⁴ declarados en la actividad⁵.",
  ),
  resultadosDeActividades: cita(
    RES,
    "El informe debe detallar los resultados de la ejecución de las actividades, indicando específicamente lo siguiente:",
  ),
  segunDescrito: cita(
    RES,
    "Si la actividad se llevó a cabo de acuerdo con lo descrito en el Plan diseñado para 2025.",
  ),
  tramitesVinculados: cita(
    RES,
    "Si los trámites y/o servicios seleccionados estuvieron vinculados a la actividad realizada.",
  ),
  componentesRelacionados: cita(
    RES,
    "Si se realizó la actividad conforme a lo que se indicó en los componentes relacionados",
  ),
  justificacionDetallada: cita(
    RES,
    "respecto de lo planificado en el Plan de Mejoramiento ajustado a junio de 2025, deberá proporcionar una justificación detallada de los cambios efectuados.",
  ),
  descripcionMedio: cita(
    RES,
    "Se debe detallar en qué consisten los instrumentos a través de los que se acredita la ejecución de cada una de las actividades del Plan 2025.",
  ),
  formatoMedio: cita(
    RES,
    "Se debe especificar el formato y la extensión de los archivos donde se almacena la información relacionada con la ejecución de las actividades del Plan 2025.",
  ),
  documentacionNoSeCarga: cita(
    RES,
    "Es importante destacar que estos documentos no serán cargados a la plataforma, por lo que la institución debe asegurarse de tener acceso a ellos para su revisión cuando sea necesario.",
  ),
  desReportar: cita(
    DES,
    "Para cada indicador de desempeño del Plan 2025, la institución deberá reportar los resultados obtenidos durante este año a través de los siguientes campos:",
  ),
  desPrecargado: cita(
    DES,
    "Para cada indicador de desempeño definido en el Plan establecido para implementar en el 2025, se podrá acceder a la siguiente información precargada en la plataforma:",
  ),
  desValor: cita(
    DES,
    "Valor obtenido: Indicar numerador, denominador y resultado final de cada indicador de desempeño.",
  ),
  desInterpretacion: cita(
    DES,
    "Interpretación y conclusiones: Análisis detallado de los resultados, interpretando su significado dentro del contexto de la actividad realizada y su contribución al logro del objetivo específico.",
  ),
  desBrechas: cita(
    DES,
    "Análisis de brechas, si corresponde: Identificación de las diferencias entre los resultados alcanzados y los objetivos inicialmente planteados.",
  ),
  desBrechasSolo: cita(
    DES,
    "Esta sección debe ser completada solo en el caso en que no se alcanzó la meta definida para 2025.",
  ),
  desRecomendaciones: cita(
    DES,
    "Recomendaciones, si corresponde: Propuestas para ajustar las estrategias o redefinir indicadores y metas, si es necesario, con el fin de mejorar el desempeño en futuros ciclos de implementación.",
  ),
  noMedido: cita(
    DES,
    "En caso de que la institución no pueda medir los indicadores comprometidos para evaluar el cumplimiento del Plan del año t, deberá justificar esta situación.",
  ),
  noMedidoAntecedentes: cita(
    DES,
    "Para ello, debe proporcionar una explicación clara de las razones y entregar antecedentes que ayuden a comprender la situación.",
  ),
  satReportar: cita(
    SAT,
    "Además, para cada indicador de satisfacción usuaria definido en el Plan 2025, se deberá reportar los resultados obtenidos en el año a través de los siguientes campos:",
  ),
  satPrecargado: cita(
    SAT,
    "Para cada indicador de satisfacción usuaria definido en este instrumento se podrá acceder a la siguiente información precargada en la plataforma:",
  ),
  satValor: cita(
    SAT,
    "Valor obtenido: Indicar numerador y denominador de cada indicador de satisfacción usuaria.",
  ),
  satInterpretacion: cita(
    SAT,
    "Interpretación y conclusiones: Análisis detallado de los resultados, interpretando su significado dentro del contexto del objetivo general del Plan y su relación con la calidad del servicio y la experiencia de las personas usuarias, destacando fortalezas, debilidades y oportunidades de mejora.",
  ),
  satBrechas: cita(
    SAT,
    "Análisis de brechas, si corresponde: Identificación de las diferencias entre los resultados alcanzados y los objetivos inicialmente planteados.",
  ),
  satBrechasSolo: cita(
    SAT,
    "Esta sección debe ser completada en el caso en que no se alcanzó la meta definida para 2025.",
  ),
  satRecomendaciones: cita(
    SAT,
    "Recomendaciones, si corresponde: Propuestas para ajustar las estrategias o redefinir indicadores y metas, si es necesario, con el fin de mejorar la satisfacción usuaria en futuros ciclos de implementación.",
  ),
  dyhAnalisis: cita(
    DYH,
    "Se debe realizar un análisis de las dificultades y holguras experimentadas durante la implementación de las actividades, señalando en cada caso cuáles son los factores internos y externos⁶ que contribuyeron.",
  ),
  dyhTipo: cita(
    DYH,
    "Las dificultades corresponden a factores que afectaron negativamente la implementación de las actividades, reduciendo su impacto o incluso impidiendo su realización.",
  ),
  dyhDescripcion: cita(
    DYH,
    "Descripción: Explicar claramente la dificultad u holgura que surgió y cómo afectó la implementación de la actividad.",
  ),
  dyhInternos: cita(
    DYH,
    "Factores internos: Causas que contribuyeron a que surgiera la dificultad u holgura que se originan al interior de la institución.",
  ),
  dyhExternos: cita(
    DYH,
    "Factores externos: Causas que contribuyeron a que surgiera la dificultad u holgura que se originan al exterior de la institución.",
  ),
  dyhFactor: cita(
    "E3O1RT1 · nota 6",
    "Por cada dificultad u holgura descrita, se debe describir al menos un factor, ya sea interno o externo, que explique sus causas.",
  ),
  dyhComponentes: cita(DYH, "Componentes del Plan en que se presenta:"),
  dyhHallazgos: cita(
    DYH,
    "Este análisis debe incorporar los principales hallazgos provenientes del análisis de i) objetivos específicos, ii) ejecución de las actividades comprometidas, iii) indicadores de desempeño comprometidos para analizar el cumplimiento del Plan de mejora, y iv) indicadores de satisfacción usuaria.",
  ),
  seguimiento: cita(
    EJEC,
    "Este informe debe detallar el seguimiento del cumplimiento de las actividades y metas, evaluando los avances, desafíos y resultados alcanzados, así como las lecciones aprendidas durante el proceso.",
  ),
  actaDelInforme: cita(
    MV1,
    "Acta del Comité de Calidad de Servicio, Experiencia Usuaria y Transformación Digital que dé cuenta de la aprobación del informe de implementación del Plan de Mejoramiento de la Calidad de Servicio y Experiencia Usuaria.",
  ),
  informeAprobado: cita(
    DESC,
    "Además, cada institución debe elaborar un informe de implementación del Plan, aprobado por el comité de calidad de servicio, experiencia usuaria y transformación digital",
  ),
  duranteElAnio: cita(
    CON,
    "El Plan de Mejoramiento debe ser implementado completamente durante el año 2025.",
  ),
  difunde: cita(
    DIF,
    "El Servicio difunde el informe de implementación del Plan de Mejoramiento de la calidad de servicio y experiencia usuaria para el año t entre el personal de planta y a contrata, personal a honorarios y personal regido por el código del trabajo de distintas áreas de la institución (con exclusión del personal subcontratado), directivos y representantes de la sociedad civil",
  ),
  seDebeDifundir: cita(
    "E3O1RT2 · Descripción",
    "El informe de implementación del Plan de Mejoramiento de la Calidad de Servicio y Experiencia Usuaría se debe difundir en la institución y en el Consejo de la Sociedad Civil (COSOC).",
  ),
  medios: cita(
    DIFC,
    "La difusión se puede realizar a través de reuniones, correos, mensajes en intranet, entre otras.",
  ),
  modalidades: cita(DIFC, "Se pueden considerar actividades presenciales, remotas o híbridas."),
  copiaMedio: cita(
    DIF,
    "Copia del medio de difusión utilizado (correo, captura de pantalla, oficio, acta, etc.)",
  ),
  material: cita(
    DIF,
    "Copia del material utilizado en la difusión del informe de implementación del Plan anual de Mejoramiento de la Calidad de Servicio y Experiencia Usuaría.",
  ),
  destinatarios: cita(
    DIF,
    "Listado de destinatarios de la difusión del informe de implementación del Plan anual de Mejoramiento de la Calidad de Servicio y Experiencia Usuaría, incluyendo al menos nombre y cargo (formato Excel).",
  ),
  identificar: cita(DIF, "Debe permitir identificar a:"),
  distintasAreas: cita(
    DIF,
    "Personal de planta y a contrata, personal a honorarios y personal regido por el código del trabajo de distintas áreas.",
  ),
  actoCosoc: cita(DIF, "Acto administrativo que dé cuenta de la conformación del COSOC y de su vigencia."),
  dictamen: cita(
    DIF,
    "En caso de homologación de COSOC, debe adjuntarse dictamen de la Contraloría General de la República que determine expresamente que procede dicha homologación.",
  ),
} as const satisfies Record<string, Cita>;

export type IdCita = keyof typeof CITAS;
