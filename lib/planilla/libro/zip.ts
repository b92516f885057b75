import { createInflateRaw } from "node:zlib";
import { Rechazo } from "../falla";
import type { LimitesLibro } from "./tipo";

/** A file of the zip as its central directory declares it; nothing of it is believed until it is inflated. */
export interface Entrada {
  nombre: string;
  metodo: number;
  crc: number;
  comprimido: number;
  declarado: number;
  desplazamiento: number;
}

const FIN = 0x06054b50;
const DIRECTORIO = 0x02014b50;
const LOCAL = 0x04034b50;
const ROTO =
  "El archivo está incompleto o dañado. Ábralo en su planilla de cálculo, guárdelo otra vez como .xlsx y vuelva a cargarlo.";
const EXCESIVO =
  "El archivo, una vez descomprimido, es demasiado grande para ser una planilla de datos. Copie los datos a un libro nuevo, sin imágenes ni hojas adicionales, y cárguelo.";

/**
 * Reads the central directory and refuses, before inflating anything, what no spreadsheet program writes:
 * parts that overlap, too many parts, too much declared size, zip encryption.
 */
export function leerDirectorio(bytes: Buffer, limites: LimitesLibro): Map<string, Entrada> {
  const fin = buscarFin(bytes);
  const total = bytes.readUInt16LE(fin + 10);
  const inicio = bytes.readUInt32LE(fin + 16);
  if (total > limites.entradas || total === 0xffff) throw new Rechazo("LIBRO_EXCESIVO", EXCESIVO);
  const entradas = new Map<string, Entrada>();
  const tramos: { desde: number; hasta: number }[] = [];
  let declarado = 0;
  let p = inicio;
  for (let i = 0; i < total; i++) {
    if (p + 46 > fin || bytes.readUInt32LE(p) !== DIRECTORIO) throw new Rechazo("LIBRO_DANADO", ROTO);
    const largos = [
      bytes.readUInt16LE(p + 28),
      bytes.readUInt16LE(p + 30),
      bytes.readUInt16LE(p + 32),
    ] as const;
    const entrada: Entrada = {
      nombre: bytes
        .toString("utf8", p + 46, p + 46 + largos[0])
        .replaceAll("\\", "/")
        .replace(/^\/+/, ""),
      metodo: bytes.readUInt16LE(p + 10),
      crc: bytes.readUInt32LE(p + 16),
      comprimido: bytes.readUInt32LE(p + 20),
      declarado: bytes.readUInt32LE(p + 24),
      desplazamiento: bytes.readUInt32LE(p + 42),
    };
    ampliar(entrada, bytes.subarray(p + 46 + largos[0], p + 46 + largos[0] + largos[1]));
    if (bytes.readUInt16LE(p + 8) & 1) {
      throw new Rechazo(
        "LIBRO_CON_CLAVE",
        "El archivo está protegido con contraseña. Quítela en su planilla de cálculo (Guardar como → Herramientas → sin contraseña) y vuelva a cargarlo.",
      );
    }
    declarado += entrada.declarado;
    if (declarado > limites.inflado) throw new Rechazo("LIBRO_EXCESIVO", EXCESIVO);
    tramos.push({ desde: entrada.desplazamiento, hasta: entrada.desplazamiento + 30 + entrada.comprimido });
    const llave = entrada.nombre.toLowerCase();
    if (entradas.has(llave)) throw new Rechazo("LIBRO_DANADO", ROTO);
    entradas.set(llave, entrada);
    p += 46 + largos[0] + largos[1] + largos[2];
  }
  tramos.sort((a, b) => a.desde - b.desde);
  tramos.forEach((tramo, i) => {
    if (tramo.hasta > (tramos[i + 1]?.desde ?? inicio)) throw new Rechazo("LIBRO_DANADO", ROTO);
  });
  return entradas;
}

const AMPLIO = 0xffffffff;

/** Takes from the zip64 extra field the sizes that did not fit in the directory. */
function ampliar(entrada: Entrada, extra: Buffer): void {
  let q = 0;
  while (q + 4 <= extra.length) {
    const largo = extra.readUInt16LE(q + 2);
    if (extra.readUInt16LE(q) === 1) {
      let r = q + 4;
      for (const campo of ["declarado", "comprimido", "desplazamiento"] as const) {
        if (entrada[campo] !== AMPLIO || r + 8 > q + 4 + largo || r + 8 > extra.length) continue;
        entrada[campo] = Number(extra.readBigUInt64LE(r));
        r += 8;
      }
    }
    q += 4 + largo;
  }
}

function buscarFin(bytes: Buffer): number {
  const minimo = Math.max(0, bytes.length - 22 - 0xffff);
  for (let p = bytes.length - 22; p >= minimo; p--) if (bytes.readUInt32LE(p) === FIN) return p;
  throw new Rechazo("LIBRO_DANADO", ROTO);
}

/** Counts what has been inflated in the whole reading, so that many middling parts do not add up to a bomb. */
export class Contador {
  inflado = 0;
  readonly limites: LimitesLibro;

  constructor(limites: LimitesLibro) {
    this.limites = limites;
  }
}

/**
 * Inflates one part chunk by chunk, counting the bytes that really come out. Memory is that of a chunk.
 * Throws a refusal when the part outgrows what it declared or the limits.
 */
export async function* inflar(bytes: Buffer, entrada: Entrada, contador: Contador): AsyncGenerator<Buffer> {
  const p = entrada.desplazamiento;
  if (p + 30 > bytes.length || bytes.readUInt32LE(p) !== LOCAL) throw new Rechazo("LIBRO_DANADO", ROTO);
  const desde = p + 30 + bytes.readUInt16LE(p + 26) + bytes.readUInt16LE(p + 28);
  const hasta = desde + entrada.comprimido;
  if (hasta > bytes.length) throw new Rechazo("LIBRO_DANADO", ROTO);
  const crudo = bytes.subarray(desde, hasta);
  let propio = 0;
  const contar = (trozo: Buffer) => {
    propio += trozo.length;
    contador.inflado += trozo.length;
    if (propio > entrada.declarado) throw new Rechazo("LIBRO_DANADO", ROTO);
    if (propio > contador.limites.parte || contador.inflado > contador.limites.inflado) {
      throw new Rechazo("LIBRO_EXCESIVO", EXCESIVO);
    }
    return trozo;
  };
  if (entrada.metodo === 0) {
    yield contar(crudo);
  } else if (entrada.metodo === 8) {
    const tubo = createInflateRaw({ chunkSize: 64 * 1024 });
    tubo.end(crudo);
    try {
      for await (const trozo of tubo) yield contar(trozo as Buffer);
    } catch (error) {
      if (error instanceof Rechazo) throw error;
      throw new Rechazo("LIBRO_DANADO", ROTO);
    } finally {
      tubo.destroy();
    }
  } else {
    throw new Rechazo("LIBRO_DANADO", ROTO);
  }
  if (propio < entrada.declarado) throw new Rechazo("LIBRO_DANADO", ROTO);
}

/** The whole of a small part as text; undefined when the file has no such part. */
export async function textoDeParte(
  bytes: Buffer,
  entradas: ReadonlyMap<string, Entrada>,
  nombre: string,
  contador: Contador,
): Promise<string | undefined> {
  const entrada = entradas.get(nombre.toLowerCase());
  if (!entrada) return undefined;
  const trozos: Buffer[] = [];
  for await (const trozo of inflar(bytes, entrada, contador)) trozos.push(trozo);
  return Buffer.concat(trozos).toString("utf8");
}
