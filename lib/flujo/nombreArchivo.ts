/** Longest name kept, in bytes of UTF-8: room for a suffix within the 255 that file systems take. */
export const BYTES_NOMBRE = 180;

const GRAFEMAS = new Intl.Segmenter("es");
const RESERVADO_WINDOWS = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;

/**
 * The extension of a name in lower case and without the dot, read after cleaning it (so that invisible
 * characters or a right-to-left override cannot disguise it). Empty when it has none.
 */
export function extensionDe(nombre: string): string {
  return /[^.]\.([^.\s]{1,20})$/u.exec(limpiar(nombre))?.[1]?.toLowerCase() ?? "";
}

/**
 * A name safe on any system, in a header and inside a zip: NFC, without folders, control, invisible or
 * direction characters, nor those that Windows forbids; at most `BYTES_NOMBRE` bytes, extension kept.
 * Takes the name as it came and, when it has no extension, the one to give it (without the dot).
 */
export function nombreSeguro(nombre: string, extensionSiFalta = ""): string {
  const limpio = limpiar(nombre);
  const extension = extensionDe(limpio);
  const cola = extension ? limpio.slice(-(extension.length + 1)) : extensionSiFalta && `.${extensionSiFalta}`;
  const base = (extension ? limpio.slice(0, -cola.length) : limpio).replace(/[. ]+$/u, "") || "archivo";
  const libre = RESERVADO_WINDOWS.test(base) ? `_${base}` : base;
  return recortar(libre, BYTES_NOMBRE - bytes(cola)) + cola;
}

function limpiar(nombre: string): string {
  return nombre
    .normalize("NFC")
    .replace(/\p{C}/gu, "")
    .replace(/\p{Z}+/gu, " ")
    .replace(/^.*[/\\]/u, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[. ]+|[. ]+$/gu, "")
    .normalize("NFC");
}

// Whole graphemes only: cutting inside one would leave half a letter.
function recortar(texto: string, maximo: number): string {
  if (bytes(texto) <= maximo) return texto;
  let corto = "";
  let usados = 0;
  for (const { segment } of GRAFEMAS.segment(texto)) {
    usados += bytes(segment);
    if (usados > maximo) return corto.replace(/[. ]+$/u, "") || "archivo";
    corto += segment;
  }
  return corto;
}

function bytes(texto: string): number {
  return new TextEncoder().encode(texto).length;
}
