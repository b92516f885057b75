import { promisify } from "node:util";
import { constants, inflate, inflateSync } from "node:zlib";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import { DANADO, PDF_ACTIVO } from "./fallaArchivo";
import { type FuenteArchivo, ventanas } from "./fuente";

const inflar = promisify(inflate);
const OBJETO_MAXIMO = 16 * 1024 * 1024;
const TOTAL_MAXIMO = 256 * 1024 * 1024;
const COLA = 64 * 1024;
const TRAMO = 16 * 1024;
const DICCIONARIO_MAXIMO = 4096;
const PAQUETES_MAXIMOS = 20_000;

// In a PDF any letter of a name may be written as # and its code: /J#61vaScript is /JavaScript.
const nombrePdf = (nombre: string) =>
  [...nombre]
    .map((letra) => {
      const codigo = letra.charCodeAt(0).toString(16);
      return `(?:${letra}|#${[...codigo].map((c) => `[${c}${c.toUpperCase()}]`).join("")})`;
    })
    .join("");
const FIN_NOMBRE = String.raw`(?![\w#])`;
const ACTIVO = new RegExp(`/(?:${nombrePdf("JavaScript")}|${nombrePdf("Launch")})${FIN_NOMBRE}`);
const PAQUETE = new RegExp(`/${nombrePdf("ObjStm")}${FIN_NOMBRE}`, "g");
const CIFRADO = new RegExp(`/${nombrePdf("Encrypt")}${FIN_NOMBRE}`);
// Longest of the names with every letter escaped, and one more byte to see where it ends.
const SOLAPE = 40;

/**
 * Looks for actions that run: JavaScript and Launch, also inside packed objects. A protected PDF is accepted
 * (its packed objects cannot be read, and viewers ask before doing anything). Without its end, or with packed
 * objects that hide in a way of their own, it is refused.
 */
export async function examinarPdf(fuente: FuenteArchivo): Promise<Resultado<null>> {
  const cola = await fuente.leer(Math.max(0, fuente.tamano - COLA), COLA);
  if (!cola.includes("%%EOF")) return DANADO;
  let cifrado = false;
  let ilegibles = 0;
  let paquetes = 0;
  let ultimo = -1;
  const gasto = { leido: 0, inflado: 0 };
  for await (const { desde, bytes } of ventanas(fuente, SOLAPE)) {
    const texto = bytes.toString("latin1");
    if (ACTIVO.test(texto)) return PDF_ACTIVO;
    cifrado ||= CIFRADO.test(texto);
    for (const hallazgo of texto.matchAll(PAQUETE)) {
      const lugar = desde + hallazgo.index;
      if (lugar <= ultimo) continue;
      ultimo = lugar;
      const objetos = await leerPaquete(fuente, lugar, gasto);
      // More than any honest document: made to keep this busy.
      if (++paquetes > PAQUETES_MAXIMOS || Math.max(gasto.leido, gasto.inflado) > TOTAL_MAXIMO) return DANADO;
      if (objetos === null) ilegibles++;
      else if (ACTIVO.test(objetos)) return PDF_ACTIVO;
    }
  }
  return ilegibles > 0 && !cifrado ? DANADO : exito(null);
}

/** The text of the packed objects announced at `desde`; null when it cannot be read. Adds up what it costs. */
async function leerPaquete(
  fuente: FuenteArchivo,
  desde: number,
  gasto: { leido: number; inflado: number },
): Promise<string | null> {
  let tramo: Buffer = Buffer.alloc(0);
  let fin = -1;
  let palabra = -1;
  for (
    let largo = TRAMO;
    fin < 0 && tramo.length < Math.min(OBJETO_MAXIMO, fuente.tamano - desde);
    largo *= 4
  ) {
    tramo = await fuente.leer(desde, Math.min(largo, OBJETO_MAXIMO));
    gasto.leido += tramo.length;
    palabra = tramo.subarray(0, DICCIONARIO_MAXIMO).indexOf("stream");
    if (palabra < 0) return "";
    fin = tramo.indexOf("endstream", palabra + 6);
  }
  const cuerpo = tramo.subarray(palabra + 6, fin < 0 ? undefined : fin);
  const datos = cuerpo.subarray(cuerpo[0] === 0x0d && cuerpo[1] === 0x0a ? 2 : 1);
  // Not packed at all: a list of numbers, and the plain objects, already seen.
  if (/^\s*\d+\s+\d/.test(datos.toString("latin1", 0, 32))) return "";
  try {
    const opciones = { maxOutputLength: OBJETO_MAXIMO, finishFlush: constants.Z_SYNC_FLUSH };
    const objetos = datos.length <= TRAMO ? inflateSync(datos, opciones) : await inflar(datos, opciones);
    gasto.inflado += objetos.length;
    return objetos.toString("latin1");
  } catch {
    // Encrypted, packed otherwise, or too large to be honest.
    return null;
  }
}
