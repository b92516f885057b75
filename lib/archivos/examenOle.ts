import type { ClaveTipo } from "@/lib/flujo/archivo";
import { rechazoDeExtension } from "@/lib/flujo/rechazoArchivo";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import { abrirCfb, type Cfb, CfbDanado, type EntradaCfb } from "./cfb";
import { CON_CONTRASENA, CON_INCRUSTADO, CON_MACROS, DANADO } from "./fallaArchivo";
import { type FuenteArchivo, fuenteDeBytes } from "./fuente";
import { isNombreActivo, revisarIncrustado } from "./incrustado";

const FIRMA = Buffer.from("d0cf11e0a1b11ae1", "hex");
const FLUJO_MAXIMO = 64 * 1024 * 1024;
// Names under which Office keeps a VBA project.
const VBA = new Set(["_vba_project", "_vba_project_cur", "vba", "macros", "projectwm"]);
// CLSID of the Packager, which wraps any file at all: {0003000C-0000-0000-C000-000000000046}.
const PAQUETE = "0c00030000000000c000000000000046";
// [MS-OXMSG]: name and content of an attachment, in Unicode or in the code page of who wrote it.
const NOMBRE_ADJUNTO = /^__substg1\.0_(?:3707|3704|3703)(001f|001e)$/;
const CONTENIDO_ADJUNTO = "__substg1.0_37010102";

/** Whether the first bytes are a compound file's (old Office, Outlook mail). */
export function isOle(inicio: Buffer): boolean {
  return inicio.subarray(0, FIRMA.length).equals(FIRMA);
}

/** Which document a compound file is. Refused: macros, password, packaged files, mail that carries programs. */
export async function examinarOle(fuente: FuenteArchivo, nivel = 0): Promise<Resultado<ClaveTipo>> {
  try {
    const cfb = await abrirCfb(fuente);
    const porNombre = new Map(cfb.entradas.map((e) => [e.nombre.toLowerCase(), e]));
    if ([...porNombre.keys()].some((n) => VBA.has(n))) return CON_MACROS;
    if (porNombre.has("encryptedpackage") || porNombre.has("encryptedsummary")) return CON_CONTRASENA;
    if (cfb.entradas.some((e) => e.carpeta && e.clase === PAQUETE)) return CON_INCRUSTADO;

    const word = porNombre.get("worddocument");
    if (word) return (await isWordCifrado(cfb, word)) ? CON_CONTRASENA : exito("doc");
    const libro = porNombre.get("workbook") ?? porNombre.get("book");
    if (libro) return revisarLibro(await cfb.leer(libro, FLUJO_MAXIMO));
    const ppt = porNombre.get("powerpoint document");
    if (ppt) return hasMacrosPpt(await cfb.leer(ppt, FLUJO_MAXIMO)) ? CON_MACROS : exito("ppt");
    if (porNombre.has("__properties_version1.0") && porNombre.has("__nameid_version1.0")) {
      return (await hasAdjuntoActivo(cfb, nivel)) ? CON_INCRUSTADO : exito("msg");
    }
    return noReconocido();
  } catch (error) {
    if (error instanceof CfbDanado || error instanceof RangeError) return DANADO;
    throw error;
  }
}

function noReconocido(): Resultado<never> {
  return { ok: false, falla: rechazoDeExtension("pub") ?? DANADO.falla };
}

// FIB, offset 10: bit fEncrypted.
async function isWordCifrado(cfb: Cfb, word: EntradaCfb): Promise<boolean> {
  const fib = await cfb.leer(word, 12);
  if (fib.length < 12) throw new CfbDanado();
  return (fib.readUInt16LE(10) & 0x0100) !== 0;
}

// BIFF records: BOUNDSHEET (0x85) says the kind of each sheet, 1 being Excel 4.0 macros; FILEPASS (0x2f), a password.
function revisarLibro(libro: Buffer): Resultado<ClaveTipo> {
  for (let i = 0; i + 4 <= libro.length; ) {
    const registro = libro.readUInt16LE(i);
    const largo = libro.readUInt16LE(i + 2);
    if (registro === 0x2f) return CON_CONTRASENA;
    if (registro === 0x85 && (libro[i + 9] ?? 0) === 1) return CON_MACROS;
    // The globals, where both records live, end at the first EOF.
    if (registro === 0x0a) break;
    i += 4 + largo;
  }
  return exito("xls");
}

// A VbaInfoAtom (record 0x0400, 12 bytes) whose fHasMacros is set.
function hasMacrosPpt(documento: Buffer): boolean {
  const atomo = Buffer.from("020000040c000000", "hex");
  for (let i = documento.indexOf(atomo); i >= 0; i = documento.indexOf(atomo, i + 1)) {
    if (i + 16 <= documento.length && documento.readUInt32LE(i + 12) === 1) return true;
  }
  return false;
}

async function hasAdjuntoActivo(cfb: Cfb, nivel: number): Promise<boolean> {
  for (const entrada of cfb.entradas) {
    const nombre = entrada.nombre.toLowerCase();
    const forma = NOMBRE_ADJUNTO.exec(nombre)?.[1];
    if (forma) {
      const bytes = await cfb.leer(entrada, 1024);
      const adjunto = bytes.toString(forma === "001f" ? "utf16le" : "latin1");
      if (isNombreActivo(adjunto)) return true;
    }
    if (nombre === CONTENIDO_ADJUNTO) {
      const bytes = await cfb.leer(entrada, FLUJO_MAXIMO);
      if (await revisarIncrustado(fuenteDeBytes(bytes), nivel + 1)) return true;
    }
  }
  return false;
}
