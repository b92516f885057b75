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

const VENTANA = 1024 * 1024;

/**
 * Walks a source by windows (of 1 MiB) that overlap by `solape` bytes, so that no pattern up to that length is
 * cut in two. Between windows the event loop is free.
 */
export async function* ventanas(
  fuente: FuenteArchivo,
  solape: number,
  desde = 0,
  ventana = VENTANA,
): AsyncGenerator<{ desde: number; bytes: Buffer }> {
  for (let lugar = desde; lugar < fuente.tamano; lugar += ventana) {
    yield { desde: lugar, bytes: await fuente.leer(lugar, ventana + solape) };
  }
}

/** Where `patron` first occurs from `desde` on, or -1. Takes the size of each read when it is expected near. */
export async function buscarBytes(
  fuente: FuenteArchivo,
  patron: Buffer,
  desde = 0,
  ventana = VENTANA,
): Promise<number> {
  for await (const tramo of ventanas(fuente, patron.length - 1, desde, ventana)) {
    const lugar = tramo.bytes.indexOf(patron);
    if (lugar >= 0) return tramo.desde + lugar;
  }
  return -1;
}
