import type { Informe, ResultadoActividad } from "@/lib/expediente/formato";
import { COMPONENTES_RELACIONADOS } from "@/lib/guia/e3-2025/valores";

/** What the fictional institution that submits its expediente changed in its plan and answered in its report. */

export const INSTITUCION_ENVIADA = "SCB";

/** Two changes of the plan, with the reasons that the guide asks for (§1). */
export const CAMBIOS = [
  {
    elemento: "A2",
    componente: "sistemasRespaldo",
    contenido:
      "Repositorio documental con las plantillas versionadas, la pauta de prueba y el acta de cada sesión con personas usuarias, con copia mensual a la División de Caletas.",
    categorias: ["b"],
    argumento:
      "La validación técnica de 2024 observó que las plantillas se guardaban en los equipos de cada oficina y que no se podía reconstruir qué versión estaba en uso en cada fecha.",
    antecedentes:
      "Informe de validación técnica externa 2024, observación 3, y acta de la sesión del Comité del 12 de marzo de 2025.",
  },
  {
    elemento: "A3",
    componente: "poblacionObjetivo",
    contenido:
      "Personas que atienden público en las oficinas de caleta y en el canal telefónico, y a través de ellas las personas mayores y las organizaciones de pescadoras y pescadores artesanales.",
    categorias: ["a", "e"],
    argumento:
      "El diagnóstico consideraba solo a las personas mayores; en el primer trimestre dos de cada tres atenciones fueron de organizaciones de pesca artesanal, que quedaban fuera de la medición.",
    antecedentes: "Reporte de atenciones de enero a marzo de 2025, por tipo de persona usuaria.",
  },
] as const;

type Respuesta = {
  readonly ejecutada: boolean;
  readonly explicacion?: string;
  readonly tramites: readonly string[];
  readonly medio: string;
  readonly formatos: readonly string[];
};

const RESPUESTAS: Readonly<Record<string, Respuesta>> = {
  A1: {
    ejecutada: true,
    tramites: ["Inscripción en el registro nacional de caletas", "Solicitud de destinación de borde costero"],
    medio:
      "Exportación del gestor de reclamos con fecha de ingreso, respuesta y cierre de cada caso; capturas del formulario publicado y acta de revisión mensual del Comité.",
    formatos: ["xlsx", "pdf"],
  },
  A2: {
    ejecutada: true,
    tramites: [
      "Solicitud de destinación de borde costero",
      "Solicitud de acceso a la información pública (Ley 20.285)",
    ],
    medio:
      "Repositorio con las 48 plantillas y sus versiones, pauta de prueba y actas de las cuatro sesiones con personas usuarias de Coquimbo, Valparaíso, Ancud y Calbuco.",
    formatos: ["docx", "pdf"],
  },
  A3: {
    ejecutada: true,
    tramites: ["Autorización de faena menor en caleta"],
    medio:
      "Listas de asistencia de las seis jornadas, material usado y evaluación previa y posterior de cada participante.",
    formatos: ["xlsx", "pdf"],
  },
  A4: {
    ejecutada: false,
    explicacion:
      "La reserva de hora se habilitó en siete de las nueve oficinas. En Chaitén y Puerto Edén el enlace de datos no permite mostrar el tiempo estimado en línea, y la atención sigue por orden de llegada.",
    tramites: ["Atención usuaria y registro OIRS", "Inscripción en el registro nacional de caletas"],
    medio:
      "Exportación diaria del sistema de filas de siete oficinas y planilla manual de las otras dos, con el acta de contingencias de cada mes.",
    formatos: ["csv", "xlsx"],
  },
};

const actividad = ([id, { ejecutada, explicacion, tramites, medio, formatos }]: [
  string,
  Respuesta,
]): ResultadoActividad => ({
  actividad: id,
  ejecutadaSegunDescripcion: ejecutada,
  ...(explicacion && { explicacion }),
  tramites: tramites.map((tramite) => ({ tramite, vinculado: true })),
  componentes: COMPONENTES_RELACIONADOS.map((componente) => ({ componente, modificado: false })),
  medioVerificacion: { descripcion: medio, formatos: [...formatos] },
});

/** Answers of every activity and indicator of the plan in force: two targets missed and one activity not as described. */
export const INFORME: Informe = {
  seguimiento: {
    avances:
      "Se habilitó el formulario único de reclamos, se reescribieron 41 de las 48 plantillas de respuesta, se capacitó a 118 personas que atienden público y la reserva de hora funciona en siete de las nueve oficinas.",
    desafios:
      "Llevar la reserva de hora a las oficinas sin enlace de datos estable y unificar la encuesta de satisfacción, que hoy se responde mucho menos en las caletas rurales.",
    resultados:
      "Los reclamos respondidos fuera de plazo bajaron de 9,1 % a 4,18 % y la evaluación con nota 6 o 7 llegó a 64,4 %. La espera presencial bajó menos que lo comprometido.",
    leccionesAprendidas:
      "Probar los textos con personas usuarias antes de publicarlos ahorró dos rondas de corrección. Conviene confirmar la conectividad de cada oficina antes de comprometer un sistema en línea.",
  },
  actividades: Object.entries(RESPUESTAS).map(actividad),
  indicadoresDesempeno: [
    {
      indicador: "A1.ID1",
      medido: true,
      numerador: 31,
      denominador: 742,
      resultado: 4.18,
      interpretacion:
        "Con el aviso automático a los quince días, los casos fuera de plazo quedaron bajo la meta. Los 31 restantes son reclamos que requieren informe de otra institución.",
    },
    {
      indicador: "A1.ID2",
      medido: true,
      numerador: 7,
      denominador: 8,
      resultado: 87.5,
      interpretacion:
        "Se cumplieron en plazo siete de los ocho hitos; la marcha blanca en regiones comenzó doce días después de lo previsto.",
    },
    {
      indicador: "A2.ID1",
      medido: true,
      numerador: 41,
      denominador: 48,
      resultado: 85.42,
      interpretacion:
        "Las siete plantillas pendientes dependen de un cambio del reglamento de destinaciones, que se espera para 2026.",
    },
    {
      indicador: "A3.ID1",
      medido: true,
      numerador: 118,
      denominador: 126,
      resultado: 93.65,
      interpretacion:
        "Se alcanzó la meta con jornadas presenciales y dos a distancia para las oficinas de Aysén y Magallanes.",
    },
    {
      indicador: "A3.ID2",
      medido: true,
      numerador: 6,
      denominador: 7,
      resultado: 85.71,
      interpretacion: "La evaluación posterior de la última jornada se aplicó con una semana de atraso.",
    },
    {
      indicador: "A4.ID1",
      medido: true,
      numerador: 391_875,
      denominador: 17_250,
      resultado: 22.72,
      interpretacion:
        "La espera bajó de 31 a 22,7 minutos. En las siete oficinas con reserva el promedio es de 17,2; las dos que siguen por orden de llegada lo elevan.",
      analisisBrechas:
        "La brecha de 3,97 minutos corresponde a Chaitén y Puerto Edén, donde se concentra el 18 % de las atenciones, con esperas de más de 45 minutos los días de pago.",
      recomendaciones:
        "Mantener la meta, instalar en esas oficinas un sistema que funcione sin conexión y reforzar la atención los días de pago.",
    },
  ],
  indicadoresSatisfaccion: [
    {
      indicador: "IS1",
      medido: true,
      numerador: 412,
      denominador: 640,
      interpretacion:
        "Se alcanzó la meta. Los atributos mejor evaluados son el trato y la claridad de las respuestas escritas.",
    },
    {
      indicador: "IS2",
      medido: true,
      numerador: 201,
      denominador: 640,
      interpretacion:
        "Mejoraron las notas altas, pero las notas 1 a 4 bajaron poco en las oficinas con más espera.",
      analisisBrechas:
        "La diferencia de 4,1 puntos con la meta se explica por las personas que esperaron más de 30 minutos, cuya evaluación neta es negativa.",
      recomendaciones:
        "Informar el tiempo de espera al llegar y aplicar la encuesta también por teléfono, para incluir a las caletas rurales.",
    },
  ],
  dificultadesHolguras: [
    {
      tipo: "dificultad",
      descripcion:
        "El proveedor no pudo garantizar el enlace de datos en Chaitén y Puerto Edén: la reserva de hora no se instaló allí y la espera promedio quedó sobre la meta.",
      factoresInternos: "No se verificó la conectividad de las oficinas antes de comprometer la actividad.",
      factoresExternos: "Pocos proveedores de conectividad en la zona y un corte de fibra en agosto.",
      componentes: ["actividades", "indicadoresDesempeno"],
      elementos: ["A4", "A4.ID1"],
    },
    {
      tipo: "dificultad",
      descripcion:
        "Baja respuesta a la encuesta en caletas rurales, donde la espera es mayor y la evaluación más baja: el indicador neto no alcanzó la meta.",
      factoresExternos: "La encuesta se responde solo en línea y la cobertura móvil es irregular.",
      componentes: ["indicadoresSatisfaccion"],
      elementos: ["IS2"],
    },
    {
      tipo: "holgura",
      descripcion:
        "El convenio con la universidad regional permitió dictar dos jornadas adicionales sin costo y capacitar a más personas que las comprometidas.",
      factoresExternos:
        "Disponibilidad del equipo de accesibilidad de la universidad en el segundo semestre.",
      componentes: ["actividades"],
      elementos: ["A3"],
    },
  ],
};

/** Who received the dissemination: one row of the list by person. */
export const DESTINATARIOS: readonly (readonly string[])[] = [
  ["Nombre completo", "Cargo", "Grupo", "Calidad jurídica", "Área"],
  ["Inés Cárcamo Vidal", "Subsecretaria", "Directivos", "", ""],
  ["Mario Oyarzo Barría", "Jefe de la División de Caletas", "Directivos", "", ""],
  ["Lidia Barrientos Uribe", "Jefa de Fiscalía", "Directivos", "", ""],
  ["Paula Godoy Rivas", "Encargada de Calidad de Servicio", "Personal", "Contrata", "Gabinete"],
  ["Samuel Teca Llancapán", "Ejecutivo de atención", "Personal", "Contrata", "Oficina Ancud"],
  ["Rocío Millaquén Soto", "Ejecutiva de atención", "Personal", "Honorarios", "Oficina Calbuco"],
  ["Germán Ulloa Aros", "Analista de reclamos", "Personal", "Planta", "División de Caletas"],
  ["Yasna Vera Colivoro", "Ejecutiva telefónica", "Personal", "Contrata", "Canal telefónico"],
  ["Nelson Igor Cheuquián", "Fiscalizador", "Personal", "Planta", "Oficina Chaitén"],
  ["Berta Nahuel Paredes", "Consejera, organizaciones de pesca artesanal", "COSOC", "", ""],
  ["Ricardo Saldivia Ojeda", "Consejero, juntas de vecinos de caleta", "COSOC", "", ""],
  ["Ximena Arce Bustos", "Consejera, personas mayores", "COSOC", "", ""],
];
