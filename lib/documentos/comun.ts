import { codigoDeHuella } from "./codigo";
import { type Lectura, tieneErrores } from "./lectura";
import type { Dato, Documento } from "./modelo";

export interface OpcionesDocumento {
  /** Marks every page with BORRADOR. By default, whether the expediente still has errors. */
  borrador?: boolean;
  /** Verification code issued by the platform. By default it is derived from the digest of the expediente. */
  codigo?: string;
  /** Address of the public page that verifies the code; adds its QR to the cover. */
  urlVerificacion?: string;
  /** Instant of issue, ISO 8601 with zone. Never read from the clock: absent, the document bears no date. */
  emitidoEn?: string;
}

/** The digest at the foot of every page: that of what the document is about, or the nearest that can be computed. */
function huellaAlPie(lectura: Lectura, de: "plan" | "informe"): Documento["huella"] {
  const { huellaInforme, huellaPlan } = lectura;
  if (huellaInforme && de === "informe") return { de: "Huella SHA-256 del informe", valor: huellaInforme };
  if (huellaPlan) return { de: "Huella SHA-256 del plan", valor: huellaPlan };
  return { de: "Huella SHA-256 del expediente", valor: lectura.huella() };
}

/** What every document of an expediente shares: institution, code, digest, draft. */
export function base(lectura: Lectura, opciones: OpcionesDocumento, de: "plan" | "informe") {
  const { expediente } = lectura;
  return {
    institucion: expediente.institucion.nombre ?? `Instituci\u00f3n ${expediente.institucion.codigo}`,
    ministerio: expediente.institucion.ministerio ?? "",
    ejercicio: expediente.ejercicio,
    borrador: opciones.borrador ?? tieneErrores(expediente),
    codigo: opciones.codigo ?? codigoDeHuella(lectura.huella()),
    urlVerificacion: opciones.urlVerificacion,
    emitidoEn: opciones.emitidoEn ?? null,
    huella: huellaAlPie(lectura, de),
  };
}

/** The cover's data: who, which year, in what state, and the digests. */
export function portada(
  lectura: Lectura,
  requisito: string,
  borrador: boolean,
  opciones: OpcionesDocumento,
): Dato[] {
  const { expediente } = lectura;
  const plan = expediente.planOriginal;
  const datos: Dato[] = [
    { etiqueta: "Instituci\u00f3n", tipo: "texto", valor: expediente.institucion.nombre },
    { etiqueta: "C\u00f3digo de la instituci\u00f3n", tipo: "texto", valor: expediente.institucion.codigo },
    { etiqueta: "Ministerio", tipo: "texto", valor: expediente.institucion.ministerio },
    { etiqueta: "Ejercicio", tipo: "texto", valor: String(expediente.ejercicio) },
    { etiqueta: "Requisito t\u00e9cnico", tipo: "texto", valor: requisito },
    {
      etiqueta: "Estado",
      tipo: "texto",
      valor: borrador ? "Borrador: a\u00fan no es un documento definitivo" : "Definitivo",
    },
  ];
  if (opciones.emitidoEn) datos.push({ etiqueta: "Emitido", tipo: "instante", valor: opciones.emitidoEn });
  const otra =
    plan &&
    (plan.ejercicio !== expediente.ejercicio ||
      plan.institucion.codigo !== expediente.institucion.codigo ||
      plan.institucion.nombre !== expediente.institucion.nombre ||
      plan.institucion.ministerio !== expediente.institucion.ministerio);
  if (plan && otra) {
    const { codigo, nombre, ministerio } = plan.institucion;
    datos.push({
      etiqueta: "Plan precargado de",
      tipo: "texto",
      valor: [codigo, nombre, ministerio, `ejercicio ${plan.ejercicio}`].filter(Boolean).join(" \u00b7 "),
    });
  }
  if (lectura.huellaPlan)
    datos.push({ etiqueta: "Huella SHA-256 del plan vigente", tipo: "huella", valor: lectura.huellaPlan });
  if (lectura.huellaInforme)
    datos.push({ etiqueta: "Huella SHA-256 del informe", tipo: "huella", valor: lectura.huellaInforme });
  return datos;
}
