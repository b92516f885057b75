import { type IdRequisito, REQUISITOS } from "@/lib/guia/e3-2025/requisitos";
import type { Dato, Documento } from "./modelo";

/** A decision of the Red de Expertos on a version of the final round. */
export interface Certificado {
  institucion: { codigo: string; nombre: string; ministerio: string };
  ejercicio: number;
  /** Number of the version decided. */
  version: number;
  enviadoEn: string;
  /** SHA-256 of the whole expediente as sent: what the decision is bound to. */
  huella: string;
  huellaPlan: string | null;
  huellaInforme: string | null;
  decision: "valida" | "no_valida";
  razones: string;
  /** Instant of the decision (ISO 8601 with zone). */
  decididoEn: string;
  /** Who decided, by position and never by name. */
  decididoPor: string;
  requisitos: readonly { requisito: string; cumple: boolean; razon: string }[];
  /** Code that the public page verifies. */
  codigo: string;
  urlVerificacion?: string;
}

const CUMPLE = (cumple: boolean): string => (cumple ? "Cumple" : "No cumple");

const nombreDe = (requisito: string): string =>
  Object.hasOwn(REQUISITOS, requisito) ? REQUISITOS[requisito as IdRequisito].nombre : "";

/** The certificate of a decision: a line per requirement, what it is bound to and how to verify it. Pure. */
export function armarCertificado(certificado: Certificado): Documento {
  const { institucion, decision, razones, requisitos, codigo } = certificado;
  const portada: Dato[] = [
    { etiqueta: "Institución", tipo: "texto", valor: institucion.nombre },
    { etiqueta: "Código de la institución", tipo: "texto", valor: institucion.codigo },
    { etiqueta: "Ministerio", tipo: "texto", valor: institucion.ministerio },
    { etiqueta: "Ejercicio", tipo: "texto", valor: String(certificado.ejercicio) },
    { etiqueta: "Versión revisada", tipo: "numero", valor: certificado.version },
    { etiqueta: "Decisión", tipo: "texto", valor: CUMPLE(decision === "valida") },
    { etiqueta: "Decidido", tipo: "instante", valor: certificado.decididoEn },
    { etiqueta: "Decidido por", tipo: "texto", valor: certificado.decididoPor },
    { etiqueta: "Código de verificación", tipo: "texto", valor: codigo },
  ];
  return {
    clave: "Certificado",
    titulo: `Certificado de revisión ${certificado.ejercicio}: ${CUMPLE(decision === "valida").toLowerCase()}`,
    subtitulo: "Sistema de Calidad de Servicio y Experiencia Usuaria, etapa 3",
    institucion: institucion.nombre,
    ministerio: institucion.ministerio,
    ejercicio: certificado.ejercicio,
    borrador: false,
    codigo,
    urlVerificacion: certificado.urlVerificacion,
    huella: { de: "Huella SHA-256 del expediente", valor: certificado.huella },
    emitidoEn: certificado.decididoEn,
    portada,
    secciones: [
      {
        titulo: "Resultado por requisito",
        introduccion:
          "La Red de Expertos revisó los medios de verificación de cada requisito técnico en la versión que se identifica más abajo.",
        bloques: [
          {
            clase: "registros",
            hoja: "Requisitos",
            forma: "tabla",
            columnas: [
              { etiqueta: "Requisito", tipo: "texto", ancho: 60 },
              { etiqueta: "Resultado", tipo: "texto", ancho: 16 },
              { etiqueta: "Razón", tipo: "texto", ancho: 66, plena: true, opcional: true },
            ],
            filas: requisitos.map(({ requisito, cumple, razon }) => ({
              valores: [`${requisito}: ${nombreDe(requisito)}`, CUMPLE(cumple), razon === "" ? null : razon],
            })),
          },
          ...(razones === ""
            ? []
            : [
                {
                  clase: "datos" as const,
                  hoja: "Razones",
                  plena: true,
                  datos: [{ etiqueta: "Razones de la decisión", tipo: "texto" as const, valor: razones }],
                },
              ]),
        ],
      },
      {
        titulo: "A qué versión corresponde",
        introduccion:
          "Cada huella identifica un contenido exacto: si un solo carácter cambia, la huella es otra. Con el código, cualquier persona puede comprobar este certificado, y si sigue en vigor, en la página pública de verificación.",
        bloques: [
          {
            clase: "datos",
            hoja: "Huellas",
            plena: true,
            datos: [
              { etiqueta: "Enviada", tipo: "instante", valor: certificado.enviadoEn },
              { etiqueta: "Huella SHA-256 del expediente", tipo: "huella", valor: certificado.huella },
              { etiqueta: "Huella SHA-256 del plan vigente", tipo: "huella", valor: certificado.huellaPlan },
              { etiqueta: "Huella SHA-256 del informe", tipo: "huella", valor: certificado.huellaInforme },
            ],
          },
        ],
      },
    ],
    indice: false,
  };
}
