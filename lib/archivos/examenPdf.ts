import { promisify } from "node:util";
import { constants, inflate } from "node:zlib";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import { DANADO, PDF_ACTIVO } from "./fallaArchivo";
import { buscarBytes, type FuenteArchivo, ventanas } from "./fuente";

const inflar = promisify(inflate);
const OBJETO_MAXIMO = 16 * 1024 * 1024;
const TOTAL_MAXIMO = 256 * 1024 * 1024;
const COLA = 64 * 1024;
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
  let inflado = 0;
  let ultimo = -1;
  for await (const { desde, bytes } of ventanas(fuente, SOLAPE)) {
    const texto = bytes.toString("latin1");
    if (ACTIVO.test(texto)) return PDF_ACTIVO;
    cifrado ||= CIFRADO.test(texto);
    for (const hallazgo of texto.matchAll(PAQUETE)) {
      const lugar = desde + hallazgo.index;
      if (lugar <= ultimo) continue;
      ultimo = lugar;
      const objetos = await leerPaquete(fuente, lugar);
      inflado += objetos?.length ?? 0;
      if (++paquetes > PAQUETES_MAXIMOS || inflado > TOTAL_MAXIMO) return DANADO;
      if (objetos === null) ilegibles++;
      else if (ACTIVO.test(objetos)) return PDF_ACTIVO;
    }
  }
  return ilegibles > 0 && !cifrado ? DANADO : exito(null);
}

/** The text of the packed objects announced at `desde`; null when it cannot be read. */
async function leerPaquete(fuente: FuenteArchivo, desde: number): Promise<string | null> {
  const cerca = await fuente.leer(desde, 4096);
  const palabra = cerca.indexOf("stream");
  if (palabra < 0) return "";
  const inicio = desde + palabra + 6;
  const fin = await buscarBytes(fuente, Buffer.from("endstream"), inicio, 64 * 1024);
  const cuerpo = await fuente.leer(inicio, Math.min(OBJETO_MAXIMO, (fin < 0 ? fuente.tamano : fin) - inicio));
  const datos = cuerpo.subarray(cuerpo[0] === 0x0d && cuerpo[1] === 0x0a ? 2 : 1);
  // Not packed at all: a list of numbers, and the plain objects, already seen.
  if (/^\s*\d+\s+\d/.test(datos.toString("latin1", 0, 32))) return "";
  try {
    const opciones = { maxOutputLength: OBJETO_MAXIMO, finishFlush: constants.Z_SYNC_FLUSH };
    return (await inflar(datos, opciones)).toString("latin1");
  } catch {
    // Encrypted, packed otherwise, or too large to be honest.
    return null;
  }
}
