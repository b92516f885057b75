import type { Expediente } from "@/lib/expediente/formato";
import { base, type OpcionesDocumento } from "./comun";
import { leer } from "./lectura";
import type { Dato, Documento, Registros } from "./modelo";

/** Size in bytes; digest SHA-256 in hexadecimal. */
export interface PiezaDelEnvio {
  nombre: string;
  tamano?: number;
  sha256: string;
}

export interface Envio {
  /** Code of the receipt, which the public page verifies. */
  codigo: string;
  /** Instant at which the submission was recorded (ISO 8601 with zone). */
  enviadoEn: string;
  /** Who submitted. */
  enviadoPor: { nombre: string; cargo?: string | null };
  /** Number of the frozen version, from 1. */
  version?: number;
  /** Forms and other documents as they are drawn from what was sent. */
  documentos?: readonly PiezaDelEnvio[];
  /** Files of the institution that went with it. */
  piezas?: readonly PiezaDelEnvio[];
  urlVerificacion?: string;
}

const piezas = (hoja: string, titulo: string, filas: readonly PiezaDelEnvio[]): Registros => ({
  clase: "registros",
  hoja,
  titulo,
  forma: "tabla",
  columnas: [
    { etiqueta: "Archivo", tipo: "texto", ancho: 60 },
    { etiqueta: "Tama\u00f1o", tipo: "bytes", ancho: 20 },
    { etiqueta: "Huella SHA-256", tipo: "huella", ancho: 66, plena: true },
  ],
  filas: filas.map((x) => ({ valores: [x.nombre, x.tamano, x.sha256] })),
});

/** The receipt of a submission: code, instant and digests. Pure. */
export function armarComprobante(expediente: Expediente, envio: Envio): Documento {
  const lectura = leer(expediente);
  const opciones: OpcionesDocumento = {
    borrador: false,
    codigo: envio.codigo,
    urlVerificacion: envio.urlVerificacion,
    emitidoEn: envio.enviadoEn,
  };
  const { nombre, cargo } = envio.enviadoPor;
  const datos: Dato[] = [
    { etiqueta: "C\u00f3digo de verificaci\u00f3n", tipo: "texto", valor: envio.codigo },
    { etiqueta: "Enviado", tipo: "instante", valor: envio.enviadoEn },
    { etiqueta: "Enviado por", tipo: "texto", valor: cargo ? `${nombre}, ${cargo}` : nombre },
    { etiqueta: "Instituci\u00f3n", tipo: "texto", valor: expediente.institucion.nombre },
    { etiqueta: "C\u00f3digo de la instituci\u00f3n", tipo: "texto", valor: expediente.institucion.codigo },
    { etiqueta: "Ministerio", tipo: "texto", valor: expediente.institucion.ministerio },
    { etiqueta: "Ejercicio", tipo: "texto", valor: String(expediente.ejercicio) },
  ];
  if (envio.version) datos.push({ etiqueta: "Versi\u00f3n enviada", tipo: "numero", valor: envio.version });
  const comun = base(lectura, opciones, "informe");
  return {
    ...comun,
    clave: "Comprobante de env\u00edo",
    titulo: `Informe de implementaci\u00f3n ${expediente.ejercicio}, recibido`,
    subtitulo: "Sistema de Calidad de Servicio y Experiencia Usuaria, etapa 3",
    portada: datos,
    secciones: [
      {
        titulo: "Qu\u00e9 se envi\u00f3",
        introduccion:
          "Cada huella identifica un contenido exacto: si un solo car\u00e1cter cambia, la huella es otra. Con el c\u00f3digo, cualquier persona puede comprobar este env\u00edo en la p\u00e1gina p\u00fablica de verificaci\u00f3n.",
        bloques: [
          {
            clase: "datos",
            hoja: "Huellas",
            plena: true,
            datos: [
              { etiqueta: "Huella SHA-256 del expediente", tipo: "huella", valor: lectura.huella() },
              { etiqueta: "Huella SHA-256 del plan vigente", tipo: "huella", valor: lectura.huellaPlan },
              { etiqueta: "Huella SHA-256 del informe", tipo: "huella", valor: lectura.huellaInforme },
            ],
          },
          piezas("Documentos", "Formularios y documentos", envio.documentos ?? []),
          piezas("Archivos", "Archivos adjuntos", envio.piezas ?? []),
        ],
      },
    ],
    indice: false,
  };
}
