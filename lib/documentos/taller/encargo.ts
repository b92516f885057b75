import type { Expediente, Plan } from "@/lib/expediente/formato";
import type {
  Certificado,
  ClaseActa,
  Envio,
  OpcionesActa,
  OpcionesDocumento,
  OpcionesPdf,
  OpcionesPlan,
  Requisito,
} from "..";

/** What is asked of a worker: a piece and its data, plain objects that cross between threads. */
export type Encargo =
  | {
      pieza: "formularioPdf";
      requisito: Requisito;
      expediente: Expediente;
      opciones?: OpcionesDocumento & OpcionesPdf;
    }
  | { pieza: "formularioXlsx"; requisito: Requisito; expediente: Expediente; opciones?: OpcionesDocumento }
  | { pieza: "actaPdf"; clase: ClaseActa; expediente: Expediente; opciones?: OpcionesActa & OpcionesPdf }
  | { pieza: "minutaPdf"; expediente: Expediente; opciones?: OpcionesDocumento & OpcionesPdf }
  | { pieza: "planPdf"; plan: Plan; opciones?: OpcionesPlan & OpcionesPdf }
  | { pieza: "planXlsx"; plan: Plan; opciones?: OpcionesPlan }
  | { pieza: "comprobantePdf"; expediente: Expediente; envio: Envio; opciones?: OpcionesPdf }
  | { pieza: "certificadoPdf"; certificado: Certificado; opciones?: OpcionesPdf };
