import { hash } from "node:crypto";
import { move } from "piscina";
import {
  actaPdf,
  certificadoPdf,
  comprobantePdf,
  formularioPdf,
  formularioXlsx,
  minutaPdf,
  planPdf,
  planXlsx,
} from "@/lib/documentos";
import { usarSha256 } from "@/lib/expediente/huella";
import type { Encargo } from "./encargo";

usarSha256((texto) => hash("sha256", texto, "hex"));

/** Body of a worker thread: draws one document. It keeps fonts, template and layout memory between documents. */
async function dibujar(encargo: Encargo): Promise<Uint8Array> {
  switch (encargo.pieza) {
    case "formularioPdf":
      return formularioPdf(encargo.requisito, encargo.expediente, encargo.opciones);
    case "formularioXlsx":
      return formularioXlsx(encargo.requisito, encargo.expediente, encargo.opciones);
    case "actaPdf":
      return actaPdf(encargo.clase, encargo.expediente, encargo.opciones);
    case "minutaPdf":
      return minutaPdf(encargo.expediente, encargo.opciones);
    case "planPdf":
      return planPdf(encargo.plan, encargo.opciones);
    case "planXlsx":
      return planXlsx(encargo.plan, encargo.opciones);
    case "comprobantePdf":
      return comprobantePdf(encargo.expediente, encargo.envio, encargo.opciones);
    case "certificadoPdf":
      return certificadoPdf(encargo.certificado, encargo.opciones);
  }
}

export default async function obrero(encargo: Encargo): Promise<unknown> {
  // A copy of its own: the bytes of a native library are not always transferable.
  const bytes = Uint8Array.from(await dibujar(encargo));
  return move(bytes);
}
