import { rechazoDeExtension } from "@/lib/flujo/rechazoArchivo";
import type { Falla } from "@/lib/flujo/resultado";
import { CON_INCRUSTADO, DANADO } from "./fallaArchivo";
import { type FuenteArchivo, ventanas } from "./fuente";
import { isNombreActivo } from "./incrustado";

const CABECERAS = 64 * 1024;
const SOLAPE = 16 * 1024;
const PARTES_MAXIMAS = 5_000;
const DE = /^from:/im;
const OTRA = /^(?:date|subject|to|message-id|received):/im;
// A header of a part, with its continuation lines.
const PARTE = /^content-(?:type|disposition):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/gim;
const NOMBRE = /(?:file)?name(?:\*\d*)?\*?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/gi;
const BASE64 = /^content-transfer-encoding:[ \t]*base64/gim;
// From there, the other headers, the blank line that ends them, and the first line of what is encoded.
const CUERPO = /[^\r\n]*(?:\r?\n[^\r\n]{1,998}){0,30}\r?\n\r?\n([A-Za-z0-9+/]{8,76})/y;

/**
 * Whether a file is a mail as saved by a mail program, carrying no programs nor documents of macros.
 * @returns null when it is; `archivo_danado` when it is not a mail; else why it is refused.
 */
export async function examinarCorreo(fuente: FuenteArchivo): Promise<Falla | null> {
  const inicio = (await fuente.leer(0, CABECERAS)).toString("latin1").replace(/^\xef\xbb\xbf/, "");
  const cabeceras = inicio.split(/\r?\n\r?\n/, 1)[0] ?? "";
  if (/^\s*(?:<|#!)/.test(inicio)) return rechazoDeExtension("html");
  if (cabeceras.includes("\0") || !DE.test(cabeceras) || !OTRA.test(cabeceras)) return DANADO.falla;
  let partes = 0;
  for await (const { bytes } of ventanas(fuente, SOLAPE)) {
    const texto = bytes.toString("latin1");
    for (const [parte] of texto.matchAll(PARTE)) {
      if (++partes > PARTES_MAXIMAS) return DANADO.falla;
      if (isNombreActivo(nombreDe(parte))) return CON_INCRUSTADO.falla;
    }
    for (const cabecera of texto.matchAll(BASE64)) {
      if (++partes > PARTES_MAXIMAS) return DANADO.falla;
      CUERPO.lastIndex = cabecera.index + cabecera[0].length;
      if (isPrograma(CUERPO.exec(texto)?.[1] ?? "")) return CON_INCRUSTADO.falla;
    }
  }
  return null;
}

// The pieces of a long name (filename*0, filename*1…) come in order.
function nombreDe(cabecera: string): string {
  const desplegada = cabecera.replace(/\r?\n[ \t]+/g, " ");
  const piezas = [...desplegada.matchAll(NOMBRE)].map(
    ([, entreComillas, suelto]) => entreComillas ?? suelto ?? "",
  );
  return decodificar(piezas.join("")).trim();
}

function decodificar(nombre: string): string {
  const palabras = nombre.replace(/=\?[^?]*\?([bq])\?([^?]*)\?=\s*/gi, (_, modo: string, texto: string) =>
    modo.toLowerCase() === "b"
      ? Buffer.from(texto, "base64").toString("utf8")
      : texto
          .replace(/_/g, " ")
          .replace(/=([0-9a-f]{2})/gi, (_q, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
  return palabras.replace(/%([0-9a-f]{2})/gi, (_p, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

// MZ followed by binary data: a program of Windows, or ELF, one of Linux.
function isPrograma(linea: string): boolean {
  const bytes = Buffer.from(linea, "base64");
  const firma = bytes.toString("latin1", 0, 4);
  return (firma.startsWith("MZ") && bytes.includes(0)) || firma === "\x7fELF";
}
