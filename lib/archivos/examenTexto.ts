import { rechazoDeExtension } from "@/lib/flujo/rechazoArchivo";
import type { Falla } from "@/lib/flujo/resultado";
import { DANADO } from "./fallaArchivo";
import { type FuenteArchivo, ventanas } from "./fuente";

const MUESTRA = 16 * 1024;
const ORDENES = /^(?:#!|@echo\s+off\b|<\?php\b|<%)/i;
const WEB =
  /^(?:<!doctype\s+(?:html|svg)|(?:<!doctype[^>]*>\s*)?<(?:html|head|body|svg|script|iframe|object|embed|hta:\w+|style|meta|img|a|div)\b)/i;

/**
 * Whether a file is plain text (UTF-8, UTF-16 with its mark, or Windows-1252) and not a page or a script.
 * @returns null when it is; `archivo_danado` when it is not text at all; else why it is refused.
 */
export async function examinarTexto(fuente: FuenteArchivo): Promise<Falla | null> {
  const inicio = await fuente.leer(0, MUESTRA);
  const utf16 =
    inicio[0] === 0xff && inicio[1] === 0xfe
      ? "utf-16le"
      : inicio[0] === 0xfe && inicio[1] === 0xff
        ? "utf-16be"
        : null;
  const muestra = new TextDecoder(utf16 ?? "utf-8").decode(inicio).trimStart();
  if (ORDENES.test(muestra)) return rechazoDeExtension("sh");
  if (WEB.test(sinPrologo(muestra))) return rechazoDeExtension("html");
  if (utf16) return muestra.includes("\0") ? DANADO.falla : null;
  for await (const { bytes } of ventanas(fuente, 0)) {
    if (hasControl(bytes)) return DANADO.falla;
  }
  return null;
}

// Tab, line feed, form feed, return, and the end mark that old programs add are text; the rest never are.
const CONTROL = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1a].includes(byte)) || byte === 0x7f ? 1 : 0,
);

function hasControl(bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i++) if (CONTROL[bytes[i] ?? 0]) return true;
  return false;
}

// Comments and declarations before a page's first element. By hand: one pattern for all of them could be made
// to try every way of splitting a row of comments.
function sinPrologo(texto: string): string {
  let resto = texto;
  for (;;) {
    const cierre = resto.startsWith("<!--") ? "-->" : /^<\?xml/i.test(resto) ? "?>" : null;
    const fin = cierre ? resto.indexOf(cierre, 4) : -1;
    if (!cierre || fin < 0) return resto;
    resto = resto.slice(fin + cierre.length).trimStart();
  }
}
