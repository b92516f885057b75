/** Words that the fictional plans are made of. Long, with quotes and line breaks, as real ones are. */

export const TRAMITES: Readonly<Record<string, readonly string[]>> = {
  SVA: [
    "Inscripción en el registro de organizaciones de usuarias y usuarios de aguas",
    "Solicitud de certificado de «derechos vigentes»",
    "Atención usuaria y registro OIRS",
    "Solicitud de acceso a la información pública (Ley 20.285)",
    'Postulación al fondo "Riego chico" para comunidades rurales',
  ],
  IPA: [
    "Solicitud de bono de invierno austral",
    "Renovación de beneficio para personas cuidadoras",
    "Reclamo por prestación no recibida",
    "Atención usuaria y registro OIRS",
    "Solicitud de acceso a la información pública (Ley 20.285)",
    "Acreditación de residencia en zona extrema",
    "Reembolso de traslado por atención de salud,\nincluido el acompañante",
    "Inscripción de representante o apoderado",
  ],
  DRN: [
    "Inscripción de bien mueble",
    "Rectificación administrativa de una inscripción",
    "Certificado de anotaciones vigentes",
    "Transferencia con firma electrónica avanzada",
    "Alzamiento de prohibición o gravamen",
    "Atención usuaria y registro OIRS",
    "Solicitud de acceso a la información pública (Ley 20.285)",
    "Duplicado de padrón",
    "Reserva de hora de atención presencial",
    "Apostilla de documentos para el extranjero",
    "Copia autorizada de inscripción anterior a 1990 (archivo en papel)",
    "Bloqueo preventivo por pérdida o robo",
  ],
  SCB: [
    "Inscripción en el registro nacional de caletas",
    "Solicitud de destinación de borde costero",
    "Autorización de faena menor en caleta",
    "Atención usuaria y registro OIRS",
    "Solicitud de acceso a la información pública (Ley 20.285)",
  ],
};

export const OBJETIVOS: readonly string[] = [
  "Disminuir los reclamos respondidos fuera de plazo y la reiteración de un mismo motivo.",
  "Aumentar la claridad de la información que reciben las personas antes, durante y después de cada trámite.",
  "Reducir los tiempos de espera en los canales presencial, telefónico y digital.",
  "Mejorar el trato y la pertinencia de la atención a personas mayores, con discapacidad y de pueblos originarios.",
  "Fortalecer las competencias de quienes atienden público, con foco en lenguaje claro y resolución en primer contacto.",
];

type Molde = {
  readonly descripcion: string;
  readonly indicador: string;
  readonly formula: string;
  readonly sentido: "ascendente" | "descendente";
  readonly meta: number;
  readonly respaldo: string;
};

export const MOLDES: readonly Molde[] = [
  {
    descripcion:
      "Habilitar en el sitio web un formulario único de reclamos con comprobante, seguimiento en línea y aviso de cierre",
    indicador: "Porcentaje de reclamos respondidos en más de 20 días hábiles en el año t",
    formula:
      "(N° de reclamos respondidos en más de 20 días hábiles en el año t / N° de reclamos respondidos en el año t)*100",
    sentido: "descendente",
    meta: 5.5,
    respaldo: "Reporte mensual del gestor de reclamos y acta de revisión del Comité.",
  },
  {
    descripcion:
      "Reescribir en lenguaje claro las cartas y correos de respuesta, probándolos con al menos diez personas usuarias",
    indicador: "Porcentaje de plantillas de respuesta reescritas y probadas con personas usuarias",
    formula:
      "(N° de plantillas reescritas y probadas / N° de plantillas en uso al 31 de diciembre del año t-1)*100",
    sentido: "ascendente",
    meta: 80,
    respaldo: "Plantillas versionadas, pauta de prueba y registro de las sesiones con personas usuarias.",
  },
  {
    descripcion:
      "Capacitar a las personas funcionarias de atención en trato, accesibilidad y lengua de señas chilena (nivel inicial)",
    indicador: "Porcentaje de personas funcionarias de atención capacitadas",
    formula:
      "(N° de personas funcionarias de atención capacitadas / N° de personas funcionarias de atención)*100",
    sentido: "ascendente",
    meta: 90,
    respaldo:
      "Listas de asistencia, material y evaluación de cada jornada, resguardados por la unidad de capacitación.",
  },
  {
    descripcion:
      "Instalar un sistema de reserva de hora y de llamado por orden de llegada, con información visible del tiempo estimado",
    indicador: "Tiempo promedio de espera en atención presencial (minutos)",
    formula:
      "Suma de minutos de espera de las atenciones del año t / N° de atenciones presenciales del año t",
    sentido: "descendente",
    meta: 18.75,
    respaldo: "Exportación diaria del sistema de filas y bitácora de contingencias de cada oficina.",
  },
  {
    descripcion:
      "Publicar para cada trámite una ficha con requisitos, pasos, plazos y costo, y revisarla cada trimestre con las áreas dueñas",
    indicador: "Porcentaje de trámites con ficha publicada y revisada en el trimestre",
    formula: "(N° de trámites con ficha revisada en el trimestre / N° de trámites vigentes)*100",
    sentido: "ascendente",
    meta: 95,
    respaldo: "Registro de revisiones trimestrales firmado por las jefaturas de las áreas dueñas.",
  },
  {
    descripcion:
      "Realizar rondas de atención en terreno con apoyo de municipios, para personas de zonas rurales y aisladas",
    indicador: "Número de atenciones en terreno por cada ronda comprometida",
    formula: "N° de atenciones en terreno en el año t / N° de rondas comprometidas para el año t",
    sentido: "ascendente",
    meta: 45,
    respaldo: "Planilla de atenciones por ronda, cometidos funcionarios y convenios con los municipios.",
  },
];

export const LUGARES: readonly string[] = [
  "en la oficina de atención central",
  "en las direcciones regionales",
  "en el canal telefónico",
  "en el sitio web y el centro de ayuda",
  "en las oficinas móviles",
  "en los módulos de autoatención",
  "en la oficina de partes digital",
  "en las comunas sin oficina permanente",
  "en la casilla de correo institucional",
  "en las redes sociales institucionales",
];

export const AREAS: readonly string[] = [
  "División de Atención a Personas",
  "Departamento de Tecnologías de la Información",
  "Direcciones Regionales",
  "Departamento de Gestión y Desarrollo de Personas",
  "Unidad de Comunicaciones",
  "Fiscalía",
];

export const POBLACIONES: readonly string[] = [
  "Personas naturales y jurídicas que realizan el trámite en todo el país.",
  "Personas usuarias de zonas rurales y personas con discapacidad.",
  "Personas mayores de 60 años y sus personas cuidadoras.",
  "Personas que reclaman o consultan por cualquier canal.",
];
