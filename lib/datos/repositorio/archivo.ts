import type { Transaccion } from "../transaccion";

export type ArchivoNuevo = {
  readonly institucionId: string;
  readonly nombre: string;
  readonly tipo: string;
  readonly tamano: number;
  readonly sha256: string;
  readonly subidoPorId: string;
  readonly subidoEn: Date;
};

/** Notes a file whose bytes are already in the store. Returns its id. */
export async function crearArchivo(tx: Transaccion, nuevo: ArchivoNuevo): Promise<string> {
  const { id } = await tx.archivo.create({ data: nuevo, select: { id: true } });
  return id;
}

/** Notes a file under a given id (that of its upload). Noting it again changes nothing. */
export async function anotarArchivo(tx: Transaccion, id: string, nuevo: ArchivoNuevo): Promise<void> {
  await tx.archivo.createMany({ data: [{ ...nuevo, id }], skipDuplicates: true });
}

/** A file of an institution; null when it is not there. */
export function buscarArchivo(tx: Transaccion, institucionId: string, id: string) {
  return tx.archivo.findFirst({ where: { id, institucionId } });
}
