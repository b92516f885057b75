import { type FileHandle, open } from "node:fs/promises";

/** Bytes that can be read from any place, without holding them all in memory. */
export type FuenteArchivo = {
  /** Total, in bytes. */
  readonly tamano: number;
  /** Up to `largo` bytes from `desde`; fewer only at the end, none beyond it. */
  leer(desde: number, largo: number): Promise<Buffer>;
};

/** A source over bytes in memory. */
export function fuenteDeBytes(bytes: Uint8Array): FuenteArchivo {
  const todo = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { tamano: todo.length, leer: async (desde, largo) => todo.subarray(desde, desde + largo) };
}

/** A source over a file of the disk; whoever opens it closes it. */
export async function fuenteDeRuta(ruta: string): Promise<FuenteArchivo & { cerrar(): Promise<void> }> {
  const archivo = await open(ruta, "r");
  const { size } = await archivo.stat();
  return {
    tamano: size,
    leer: (desde, largo) => leerTramo(archivo, desde, Math.min(largo, Math.max(0, size - desde))),
    cerrar: () => archivo.close(),
  };
}

async function leerTramo(archivo: FileHandle, desde: number, largo: number): Promise<Buffer> {
  const tramo = Buffer.allocUnsafe(largo);
  let leidos = 0;
  while (leidos < largo) {
    const { bytesRead } = await archivo.read(tramo, leidos, largo - leidos, desde + leidos);
    if (bytesRead === 0) break;
    leidos += bytesRead;
  }
  return tramo.subarray(0, leidos);
}

const VENTANA = 256 * 1024;

/**
 * Walks a source by windows that overlap by `solape` bytes, so that no pattern up to that length is cut in
 * two. Between windows the event loop is free.
 */
export async function* ventanas(
  fuente: FuenteArchivo,
  solape: number,
  desde = 0,
): AsyncGenerator<{ desde: number; bytes: Buffer }> {
  for (let lugar = desde; lugar < fuente.tamano; lugar += VENTANA) {
    yield { desde: lugar, bytes: await fuente.leer(lugar, VENTANA + solape) };
  }
}

/** Where `patron` first occurs from `desde` on, or -1. */
export async function buscarBytes(fuente: FuenteArchivo, patron: Buffer, desde = 0): Promise<number> {
  for await (const ventana of ventanas(fuente, patron.length - 1, desde)) {
    const lugar = ventana.bytes.indexOf(patron);
    if (lugar >= 0) return ventana.desde + lugar;
  }
  return -1;
}
