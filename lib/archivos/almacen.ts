import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { Resultado } from "@/lib/flujo/resultado";
import type { FuenteArchivo } from "./fuente";

/** Content by its digest: `sha256` in lower-case hexadecimal, `tamano` in bytes. */
export type ArchivoGuardado = { readonly sha256: string; readonly tamano: number };

/** Bytes from `inicio` to `fin`, both included, counted from 0; without `fin`, to the end. */
export type Rango = { readonly inicio: number; readonly fin?: number };

export type ArchivoAbierto = {
  readonly flujo: Readable;
  /** Of the whole content. */
  readonly tamano: number;
  /** First and last byte that `flujo` gives. */
  readonly inicio: number;
  readonly fin: number;
};

export type EntradaAlmacen = ArchivoGuardado & { readonly modificado: Date };

/** Received whole and digested, not yet in the store: it can be examined, then confirmed or dropped. */
export type Borrador = ArchivoGuardado & {
  readonly fuente: FuenteArchivo;
  /** Puts it in the store, durably, before returning. Saving the same content twice is one file. */
  confirmar(): Promise<ArchivoGuardado>;
  /** Leaves no trace. Harmless after confirming. */
  descartar(): Promise<void>;
};

/** Small pieces by key, for uploads under way: writes are atomic and visible to every node. */
export type AlmacenPartes = {
  escribir(clave: string, bytes: Uint8Array): Promise<void>;
  leer(clave: string): Promise<Buffer | null>;
  /** Every key under a folder (`a/b`), or all of them with "". */
  listar(carpeta: string): Promise<{ clave: string; tamano: number; modificado: Date }[]>;
  borrar(claves: readonly string[]): Promise<void>;
};

/**
 * Where the bytes of files live, addressed by their SHA-256. Two implementations, one contract (tested on
 * both): a folder, and any S3-compatible store. Infrastructure that fails throws; the rest are values.
 */
export type AlmacenArchivos = {
  /**
   * Receives up to `limite` bytes.
   * Fails: `archivo_vacio`, `archivo_muy_grande`. A source that breaks rejects and leaves nothing.
   */
  preparar(origen: AsyncIterable<Uint8Array>, limite: number): Promise<Resultado<Borrador>>;
  /** `preparar` and `confirmar`. With `esperado` (a digest) fails with `archivo_alterado` if it differs. */
  guardar(
    origen: AsyncIterable<Uint8Array>,
    limite: number,
    esperado?: string,
  ): Promise<Resultado<ArchivoGuardado>>;
  /**
   * Opens for reading. Without a range the digest is checked on the way and the stream ends in
   * `ContenidoDanado` if it differs. Fails: `no_encontrado`, `rango_invalido`.
   */
  abrir(sha256: string, rango?: Rango): Promise<Resultado<ArchivoAbierto>>;
  existe(sha256: string): Promise<boolean>;
  /**
   * Deletes content that no row names any more, unless somebody saved it again at or after `guardadoAntesDe`
   * (its row may be on its way): pass an instant well in the past, e.g. 24 h.
   * @returns whether it was deleted.
   */
  borrar(sha256: string, guardadoAntesDe: Date): Promise<boolean>;
  /** Every content, for backups and for finding orphans. */
  listar(): AsyncGenerator<EntradaAlmacen>;
  /** Removes what crashes left half written before `antesDe`. @returns how many. */
  limpiar(antesDe: Date): Promise<number>;
  readonly partes: AlmacenPartes;
};

/** Stored bytes that no longer match their digest: a fault of the disk or the store, never of the person. */
export class ContenidoDanado extends Error {
  constructor(sha256: string) {
    super(
      `El contenido guardado como ${sha256} ya no corresponde a su huella. Restáurelo desde un respaldo.`,
    );
    this.name = "ContenidoDanado";
  }
}

/** Whether a text is a digest as this store writes them. What is not, is never part of a path. */
export function isSha256(texto: string): boolean {
  return /^[0-9a-f]{64}$/.test(texto);
}

/** Throws on a key that could leave its folder: those are ours, so a bad one is a bug. */
export function exigirClave(clave: string): string {
  if (!/^[0-9a-z-]+(?:\/[0-9a-z-]+)*(?:\.[a-z]+)?$/.test(clave))
    throw new Error(`Clave de parte inválida: ${clave}`);
  return clave;
}

/** The bounds of a range within a content of `tamano` bytes, or null if it starts beyond its end. */
export function acotarRango(
  rango: Rango | undefined,
  tamano: number,
): { inicio: number; fin: number } | null {
  const inicio = rango?.inicio ?? 0;
  const fin = Math.min(rango?.fin ?? tamano - 1, tamano - 1);
  const entero = Number.isSafeInteger(inicio) && Number.isSafeInteger(fin);
  return entero && inicio >= 0 && inicio <= fin ? { inicio, fin } : null;
}

/** The same bytes, checked: the last piece is held until the digest agrees, so a damaged file is never whole. */
export function verificado(origen: Readable, sha256: string): Readable {
  const salida = Readable.from(piezas(origen, sha256), { objectMode: false });
  // Somebody who goes away before reading anything leaves the generator without starting.
  return salida.once("close", () => origen.destroy());
}

async function* piezas(origen: Readable, sha256: string): AsyncGenerator<Buffer> {
  const huella = createHash("sha256");
  let anterior: Buffer | null = null;
  for await (const pieza of origen) {
    huella.update(pieza);
    if (anterior) yield anterior;
    anterior = pieza;
  }
  if (huella.digest("hex") !== sha256) throw new ContenidoDanado(sha256);
  if (anterior) yield anterior;
}
