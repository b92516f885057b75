import { z } from "zod";
import {
  archivo,
  archivos,
  decisionActa,
  decisionAjuste,
  ejercicio,
  factor,
  fecha,
  identificador,
  instante,
  itemsPresupuestarios,
  medio,
  modalidad,
  numero,
  priorizacion,
  sentido,
  siNo,
  texto,
  textos,
  unArchivo,
} from "@/lib/guia/e3-2025/hojas";

/**
 * The exchange formats `expediente-cseu/v1` and `plan-cseu/v1`, strict about keys and types and lenient about what is
 * not filled in yet: what is missing is told by the rules (`evaluar`), so a draft and a final expediente have one type.
 * The order of keys here is the order in which faults are reported.
 */

export const esquemaInstitucion = z.strictObject({ codigo: identificador, nombre: texto, ministerio: texto });

export const esquemaObjetivo = z.strictObject({ id: identificador, descripcion: texto });

export const esquemaIndicador = z.strictObject({
  id: identificador,
  nombre: texto,
  formula: texto,
  factor,
  unidad: texto,
  sentido,
  meta: numero,
});

/** The dates of a period are plain text: whether they are real days is told by PLAN-05 and AJU-02. */
export const esquemaPlazos = z.strictObject({ inicio: texto, termino: texto });

export const esquemaCostos = z.strictObject({
  montoClp: numero,
  items: itemsPresupuestarios,
});

export const esquemaActividad = z.strictObject({
  id: identificador,
  objetivoEspecifico: texto,
  descripcion: texto,
  plazos: esquemaPlazos.nullish(),
  areasResponsables: textos,
  participantes: texto,
  poblacionObjetivo: texto,
  tramites: textos,
  indicadoresDesempeno: z.array(esquemaIndicador).nullish(),
  sistemasRespaldo: texto,
  priorizacion,
  costos: esquemaCostos.nullish(),
});

export const esquemaPlan = z.strictObject({
  formato: z.literal("plan-cseu/v1", { error: "«plan-cseu/v1»" }),
  ejercicio,
  institucion: esquemaInstitucion,
  objetivoGeneral: texto,
  objetivosEspecificos: z.array(esquemaObjetivo).nullish(),
  indicadoresSatisfaccion: z.array(esquemaIndicador).nullish(),
  actividades: z.array(esquemaActividad).nullish(),
});

/** The two fields that the component `areasResponsables` covers. */
export const esquemaAreas = z.strictObject({ areasResponsables: textos, participantes: texto });

/** What `contenido` may be; which of them applies is decided by the component or the type (see `contenido.ts`). */
export type Contenido =
  | string
  | string[]
  | Plazos
  | Costos
  | Areas
  | Indicador[]
  | Omit<Indicador, "id">
  | Omit<ObjetivoEspecifico, "id">
  | Omit<Actividad, "id">;

export const esquemaAjuste = z.strictObject({
  elemento: identificador,
  componente: texto,
  decision: decisionAjuste,
  tipo: texto,
  contenido: z.custom<Contenido>(() => true).nullish(),
  categorias: textos,
  otraRazon: texto,
  argumento: texto,
  antecedentes: texto,
  registradoEn: instante,
});

export const esquemaActa = z.strictObject({
  numero: texto,
  fecha,
  decision: decisionActa,
  asistentes: z.array(z.strictObject({ nombre: texto, cargo: texto, area: texto })).nullish(),
  huella: texto,
  declaraCoherenciaDiagnostico: siNo,
});

export const esquemaResultadoActividad = z.strictObject({
  actividad: identificador,
  ejecutadaSegunDescripcion: siNo,
  explicacion: texto,
  tramites: z.array(z.strictObject({ tramite: texto, vinculado: siNo, explicacion: texto })).nullish(),
  componentes: z
    .array(z.strictObject({ componente: texto, modificado: siNo, justificacion: texto }))
    .nullish(),
  medioVerificacion: z.strictObject({ descripcion: texto, formatos: textos }).nullish(),
});

/** Result of a performance indicator. */
export const esquemaResultado = z.strictObject({
  indicador: identificador,
  medido: siNo,
  numerador: numero,
  denominador: numero,
  resultado: numero,
  interpretacion: texto,
  analisisBrechas: texto,
  recomendaciones: texto,
  justificacion: texto,
  antecedentes: texto,
});

/** Result of a satisfaction indicator: nobody writes its result, it is computed. */
export const esquemaResultadoSatisfaccion = esquemaResultado.omit({ resultado: true });

export const esquemaDificultadHolgura = z.strictObject({
  tipo: texto,
  descripcion: texto,
  factoresInternos: texto,
  factoresExternos: texto,
  componentes: textos,
  elementos: textos,
});

export const esquemaInforme = z.strictObject({
  seguimiento: z
    .strictObject({ avances: texto, desafios: texto, resultados: texto, leccionesAprendidas: texto })
    .nullish(),
  actividades: z.array(esquemaResultadoActividad).nullish(),
  indicadoresDesempeno: z.array(esquemaResultado).nullish(),
  indicadoresSatisfaccion: z.array(esquemaResultadoSatisfaccion).nullish(),
  dificultadesHolguras: z.array(esquemaDificultadHolgura).nullish(),
  sinDificultadesNiHolguras: texto,
});

export const esquemaArchivo = archivo;

export const esquemaInstancia = z.strictObject({
  fecha,
  medio,
  modalidad,
  copiaMedio: archivos,
  material: archivos,
});

export const esquemaDestinatario = z.strictObject({
  nombre: texto,
  cargo: texto,
  grupo: texto,
  calidadJuridica: texto,
  area: texto,
});

export const esquemaDifusion = z.strictObject({
  instancias: z.array(esquemaInstancia).nullish(),
  destinatarios: z
    .strictObject({ archivo: unArchivo, filas: z.array(esquemaDestinatario).nullish() })
    .nullish(),
  cosoc: z
    .strictObject({
      homologado: siNo,
      actoAdministrativo: z
        .strictObject({
          archivo: unArchivo,
          fecha,
          vigenciaDesde: fecha,
          vigenciaHasta: fecha,
        })
        .nullish(),
      dictamen: z.strictObject({ archivo: unArchivo, fecha }).nullish(),
    })
    .nullish(),
});

export const esquemaExpediente = z.strictObject({
  formato: z.literal("expediente-cseu/v1", { error: "«expediente-cseu/v1»" }),
  ejercicio,
  institucion: esquemaInstitucion,
  planOriginal: esquemaPlan.nullish(),
  ajustes: z.array(esquemaAjuste).nullish(),
  prorroga: z.strictObject({ hasta: instante, razon: texto }).nullish(),
  aprobacionPlan: esquemaActa.nullish(),
  informe: esquemaInforme.nullish(),
  aprobacionInforme: esquemaActa.nullish(),
  difusion: esquemaDifusion.nullish(),
});

export type Institucion = z.infer<typeof esquemaInstitucion>;
export type ObjetivoEspecifico = z.infer<typeof esquemaObjetivo>;
export type Indicador = z.infer<typeof esquemaIndicador>;
export type Plazos = z.infer<typeof esquemaPlazos>;
export type Costos = z.infer<typeof esquemaCostos>;
export type Areas = z.infer<typeof esquemaAreas>;
export type Actividad = z.infer<typeof esquemaActividad>;
export type Plan = z.infer<typeof esquemaPlan>;
export type Ajuste = z.infer<typeof esquemaAjuste>;
export type Acta = z.infer<typeof esquemaActa>;
export type Asistente = NonNullable<Acta["asistentes"]>[number];
export type ResultadoActividad = z.infer<typeof esquemaResultadoActividad>;
export type RespuestaTramite = NonNullable<ResultadoActividad["tramites"]>[number];
export type RespuestaComponente = NonNullable<ResultadoActividad["componentes"]>[number];
export type Resultado = z.infer<typeof esquemaResultado>;
export type ResultadoSatisfaccion = z.infer<typeof esquemaResultadoSatisfaccion>;
export type DificultadHolgura = z.infer<typeof esquemaDificultadHolgura>;
export type Informe = z.infer<typeof esquemaInforme>;
export type Seguimiento = NonNullable<Informe["seguimiento"]>;
export type Archivo = z.infer<typeof esquemaArchivo>;
export type Instancia = z.infer<typeof esquemaInstancia>;
export type Destinatario = z.infer<typeof esquemaDestinatario>;
export type Difusion = z.infer<typeof esquemaDifusion>;
export type Cosoc = NonNullable<Difusion["cosoc"]>;
export type Prorroga = NonNullable<Expediente["prorroga"]>;
export type Expediente = z.infer<typeof esquemaExpediente>;
