import { Rechazo } from "./falla";

/** What a spreadsheet cell can hold at most. */
const LARGO_CELDA = 32_767;

/** Characters that XML cannot hold (or that its readers change), written as spreadsheets escape them. */
const NO_XML = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu;
const PARECE_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * A text as the content of a cell: always a plain string, also when it begins with = + - @, and read back the same
 * to the last character. Throws a refusal when no cell can hold it.
 */
export function textoDeCelda(texto: string): string {
  const escrito = texto
    .replace(PARECE_ESCAPE, "_x005F_")
    .replace(NO_XML, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
  if (escrito.length > LARGO_CELDA) {
    throw new Rechazo(
      "TEXTO_NO_CABE",
      `El texto que empieza «${texto.slice(0, 60)}…» tiene más de ${LARGO_CELDA.toLocaleString("es-CL")} caracteres y no cabe en una celda de Excel. Use el archivo JSON.`,
    );
  }
  return escrito;
}
