/** Longest text an Excel cell holds, in UTF-16 units. */
export const LIMITE_DE_CELDA = 32_767;

/** Controls, and the two non-characters that XML forbids. */
const DUDOSO = /[\p{Cc}\ufffe\uffff]/gu;
const SECUENCIA_DE_EXCEL = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * The text as a cell keeps it: line breaks as "\n", control characters (illegal in XML) as their Unicode picture,
 * and what Excel would take for one of its escapes («_x000A_») protected. Nothing readable is dropped.
 */
export function textoDeCelda(texto: string): string {
  return texto
    .replace(/\r\n?/g, "\n")
    .replace(DUDOSO, (c) => {
      const codigo = c.charCodeAt(0);
      if (codigo === 0x09 || codigo === 0x0a || (codigo >= 0x80 && codigo <= 0x9f)) return c;
      if (codigo === 0x7f) return "\u2421";
      return codigo < 0x20
        ? String.fromCodePoint(0x2400 + codigo)
        : `[U+${codigo.toString(16).toUpperCase()}]`;
    })
    .replace(SECUENCIA_DE_EXCEL, "_x005F_");
}

/** Cuts a text in pieces that fit in a cell, never in the middle of a character; its join is the text. */
export function partirTexto(texto: string): string[] {
  if (texto.length <= LIMITE_DE_CELDA) return [texto];
  const partes: string[] = [];
  let desde = 0;
  while (desde < texto.length) {
    let hasta = Math.min(desde + LIMITE_DE_CELDA, texto.length);
    const ultimo = texto.charCodeAt(hasta - 1);
    if (hasta < texto.length && ultimo >= 0xd800 && ultimo <= 0xdbff) hasta -= 1;
    partes.push(texto.slice(desde, hasta));
    desde = hasta;
  }
  return partes;
}
