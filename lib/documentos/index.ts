import type { Expediente, Plan } from "@/lib/expediente/formato";
import { armarActa, type ClaseActa, type OpcionesActa } from "./acta";
import { armarCertificado, type Certificado } from "./certificado";
import { armarComprobante, type Envio } from "./comprobante";
import type { OpcionesDocumento } from "./comun";
import { armarFormulario, type Requisito } from "./formulario";
import { armarMinuta } from "./minuta";
import { compilarPdf, type NormaPdf } from "./pdf/compilar";
import { armarPlan, type OpcionesPlan } from "./plan";
import { dibujarLibro } from "./xlsx/libro";

/**
 * Documents as pure functions of an expediente: same input, same bytes; no clock, no network, no database.
 * They hold the thread while they draw, so the server calls them through `taller`, in worker threads; this module
 * is for the workers, the command line and the tests.
 */
export type {
  Certificado,
  ClaseActa,
  Envio,
  NormaPdf,
  OpcionesActa,
  OpcionesDocumento,
  OpcionesPlan,
  Requisito,
};

/** PDF/UA-1 by default; with «a-2a», the archivable twin (it demands `emitidoEn`). */
export interface OpcionesPdf {
  norma?: NormaPdf;
}

/** Form E3O1RT1 or E3O1RT2 as PDF. */
export function formularioPdf(
  requisito: Requisito,
  expediente: Expediente,
  opciones: OpcionesDocumento & OpcionesPdf = {},
): Uint8Array {
  return compilarPdf(armarFormulario(requisito, expediente, opciones), opciones.norma);
}

/** Form E3O1RT1 or E3O1RT2 as Excel workbook. */
export function formularioXlsx(
  requisito: Requisito,
  expediente: Expediente,
  opciones: OpcionesDocumento = {},
): Promise<Uint8Array> {
  return dibujarLibro(armarFormulario(requisito, expediente, opciones));
}

/** Act of the Committee that approves the plan (MV1) or the report (MV3), with its signatures if there are. */
export function actaPdf(
  clase: ClaseActa,
  expediente: Expediente,
  opciones: OpcionesActa & OpcionesPdf = {},
): Uint8Array {
  return compilarPdf(armarActa(clase, expediente, opciones), opciones.norma);
}

/** Summary of the changes to the plan, told as a minute. */
export function minutaPdf(
  expediente: Expediente,
  opciones: OpcionesDocumento & OpcionesPdf = {},
): Uint8Array {
  return compilarPdf(armarMinuta(expediente, opciones), opciones.norma);
}

/** A plan, original or in force, as PDF. */
export function planPdf(plan: Plan, opciones: OpcionesPlan & OpcionesPdf = {}): Uint8Array {
  return compilarPdf(armarPlan(plan, opciones), opciones.norma);
}

/** A plan, original or in force, as Excel workbook. */
export function planXlsx(plan: Plan, opciones: OpcionesPlan = {}): Promise<Uint8Array> {
  return dibujarLibro(armarPlan(plan, opciones));
}

/** Receipt of a submission. */
export function comprobantePdf(expediente: Expediente, envio: Envio, opciones: OpcionesPdf = {}): Uint8Array {
  return compilarPdf(armarComprobante(expediente, envio), opciones.norma);
}

/** Certificate of a decision of the Red de Expertos. */
export function certificadoPdf(certificado: Certificado, opciones: OpcionesPdf = {}): Uint8Array {
  return compilarPdf(armarCertificado(certificado), opciones.norma);
}
