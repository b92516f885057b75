import { Readable } from "node:stream";
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from "yauzl";
import type { ClaveTipo } from "@/lib/flujo/archivo";
import { rechazoDeExtension } from "@/lib/flujo/rechazoArchivo";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import { CON_CONTRASENA, CON_INCRUSTADO, CON_MACROS, DANADO } from "./fallaArchivo";
import { type FuenteArchivo, fuenteDeBytes } from "./fuente";
import { isNombreActivo, revisarIncrustado } from "./incrustado";

const ENTRADAS_MAXIMAS = 20_000;
const INFLADO_MAXIMO = 1024 * 1024 * 1024;
const TEXTO_MAXIMO = 4 * 1024 * 1024;
const INCRUSTADO_MAXIMO = 64 * 1024 * 1024;

const CONTENIDOS = "[content_types].xml";
const MACRO_OOXML =
  /(?:^|\/)vba(?:project\w*|data)\.(?:bin|xml)$|^xl\/(?:intl)?macrosheets\/|(?:^|\/)activex\//;
const MACRO_ODF = /^basic\/.+\/(?!script-lb\.xml$|dialog-lb\.xml$)[^/]+$|^scripts\/.*[^/]$/;
const TIPO_ACTIVO = /macroenabled|vbaproject|macrosheet|activex/i;
const INCRUSTADO = /(?:^|\/)embeddings\/[^/]+$/;

const PRINCIPAL: readonly (readonly [RegExp, ClaveTipo])[] = [
  [/wordprocessingml\.document\.main\+xml/, "docx"],
  [/spreadsheetml\.sheet\.main\+xml/, "xlsx"],
  [/presentationml\.presentation\.main\+xml/, "pptx"],
];

const ODF: Readonly<Record<string, ClaveTipo>> = {
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.oasis.opendocument.presentation": "odp",
};

/** Whether the first bytes are a zip's (empty and split ones included). */
export function isZip(inicio: Buffer): boolean {
  return ["PK\x03\x04", "PK\x05\x06", "PK\x07\x08"].includes(inicio.toString("latin1", 0, 4));
}

/**
 * Which document a zip is, read from its directory and its list of types: nothing else is inflated but
 * embedded objects, to see what they are. Any other zip is refused as compressed or as a program.
 */
export async function examinarZip(fuente: FuenteArchivo, nivel = 0): Promise<Resultado<ClaveTipo>> {
  let zip: ZipFile | undefined;
  try {
    zip = await fromRandomAccessReaderPromise(new Lector(fuente), fuente.tamano, { autoClose: false });
    const entradas = await leerDirectorio(zip);
    return entradas ? await clasificar(zip, entradas, nivel) : DANADO;
  } catch {
    // The library throws on every way in which a zip can be malformed.
    return DANADO;
  } finally {
    zip?.close();
  }
}

type Entrada = { readonly nombre: string; readonly entrada: Entry };

async function leerDirectorio(zip: ZipFile): Promise<Entrada[] | null> {
  const entradas: Entrada[] = [];
  let inflado = 0;
  for await (const entrada of zip.eachEntry()) {
    inflado += entrada.uncompressedSize;
    entradas.push({ nombre: entrada.fileName.toLowerCase().replace(/^\/+/, ""), entrada });
    if (entradas.length > ENTRADAS_MAXIMAS || inflado > INFLADO_MAXIMO) return null;
  }
  return entradas;
}

async function clasificar(zip: ZipFile, entradas: Entrada[], nivel: number): Promise<Resultado<ClaveTipo>> {
  const nombres = entradas.map((e) => e.nombre);
  const tipos = entradas.filter((e) => e.nombre === CONTENIDOS);
  if (tipos.length > 0) {
    // Two lists would be read differently by each program.
    if (tipos.length > 1) return DANADO;
    const texto = await leerTexto(zip, tipos[0]?.entrada);
    if (TIPO_ACTIVO.test(texto) || nombres.some((n) => MACRO_OOXML.test(n))) return CON_MACROS;
    const clave = PRINCIPAL.find(([patron]) => patron.test(texto))?.[1];
    if (!clave) return { ok: false, falla: rechazoDeExtension("dotx") ?? DANADO.falla };
    const incrustado = await revisarIncrustados(zip, entradas, nivel);
    return incrustado ?? exito(clave);
  }
  const mimetype = entradas.find((e) => e.nombre === "mimetype");
  const odf = mimetype ? ODF[(await leerTexto(zip, mimetype.entrada)).trim()] : undefined;
  if (odf) {
    if (nombres.some((n) => MACRO_ODF.test(n))) return CON_MACROS;
    const manifiesto = entradas.find((e) => e.nombre === "meta-inf/manifest.xml");
    if (/encryption-data/.test(await leerTexto(zip, manifiesto?.entrada))) return CON_CONTRASENA;
    return exito(odf);
  }
  const programa = nombres.some((n) => n === "meta-inf/manifest.mf" || n.endsWith("classes.dex"));
  return { ok: false, falla: rechazoDeExtension(programa ? "jar" : "zip") ?? DANADO.falla };
}

async function revisarIncrustados(
  zip: ZipFile,
  entradas: Entrada[],
  nivel: number,
): Promise<Resultado<never> | null> {
  let leido = 0;
  for (const { nombre, entrada } of entradas) {
    if (!INCRUSTADO.test(nombre)) continue;
    // Office names every object it does not know `.bin`.
    if (!nombre.endsWith(".bin") && isNombreActivo(nombre)) return CON_INCRUSTADO;
    leido += entrada.uncompressedSize;
    if (leido > INCRUSTADO_MAXIMO) return CON_INCRUSTADO;
    const bytes = await leerEntrada(zip, entrada, INCRUSTADO_MAXIMO);
    if (await revisarIncrustado(fuenteDeBytes(bytes), nivel + 1)) return CON_INCRUSTADO;
  }
  return null;
}

async function leerTexto(zip: ZipFile, entrada: Entry | undefined): Promise<string> {
  if (!entrada) return "";
  const bytes = await leerEntrada(zip, entrada, TEXTO_MAXIMO);
  // XML may come in UTF-16, with its mark or without: read as UTF-8 it would hide what it says.
  if (bytes[0] === 0xfe || bytes[0] === 0) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder(bytes[0] === 0xff || bytes[1] === 0 ? "utf-16le" : "utf-8").decode(bytes);
}

async function leerEntrada(zip: ZipFile, entrada: Entry, maximo: number): Promise<Buffer> {
  if (entrada.uncompressedSize > maximo) throw new Error("Entrada demasiado grande");
  const piezas: Buffer[] = [];
  let leido = 0;
  for await (const pieza of await zip.openReadStreamPromise(entrada)) {
    leido += pieza.length;
    if (leido > maximo) throw new Error("Entrada demasiado grande");
    piezas.push(pieza);
  }
  return Buffer.concat(piezas);
}

class Lector extends RandomAccessReader {
  constructor(private readonly fuente: FuenteArchivo) {
    super();
  }

  override _readStreamForRange(inicio: number, fin: number): Readable {
    return Readable.from(trozos(this.fuente, inicio, fin), { objectMode: false });
  }
}

async function* trozos(fuente: FuenteArchivo, inicio: number, fin: number): AsyncGenerator<Buffer> {
  const trozo = 256 * 1024;
  for (let lugar = inicio; lugar < fin; lugar += trozo)
    yield await fuente.leer(lugar, Math.min(trozo, fin - lugar));
}
