import { crc32, deflateRawSync } from "node:zlib";

/** A part of a zip for tests; it may lie about its size. */
export interface ParteZip {
  nombre: string;
  contenido: string | Buffer;
  /** Size that the directory declares, instead of the true one. */
  declarado?: number;
  /** Already deflated bytes, instead of deflating `contenido`. */
  comprimido?: Buffer;
  /** General purpose bits (1 is "encrypted"). */
  marcas?: number;
}

/** Writes a zip byte by byte, also those that no program would write. */
export function zip(partes: readonly ParteZip[]): Uint8Array {
  const cuerpo: Buffer[] = [];
  const directorio: Buffer[] = [];
  let p = 0;
  for (const { nombre, contenido, declarado, comprimido, marcas = 0 } of partes) {
    const bytes = Buffer.from(contenido);
    const crudo = comprimido ?? deflateRawSync(bytes, { level: 9 });
    const rotulo = Buffer.from(nombre);
    const comun = Buffer.alloc(26);
    comun.writeUInt16LE(20, 0);
    comun.writeUInt16LE(marcas, 2);
    comun.writeUInt16LE(8, 4);
    comun.writeUInt32LE(crc32(bytes), 10);
    comun.writeUInt32LE(crudo.length, 14);
    comun.writeUInt32LE(declarado ?? bytes.length, 18);
    comun.writeUInt16LE(rotulo.length, 22);
    const final = Buffer.alloc(14);
    final.writeUInt32LE(p, 10);
    cuerpo.push(Buffer.from("PK\u0003\u0004", "latin1"), comun, rotulo, crudo);
    directorio.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), comun, final, rotulo);
    p += 30 + rotulo.length + crudo.length;
  }
  const indice = Buffer.concat(directorio);
  const fin = Buffer.alloc(22);
  fin.writeUInt32LE(0x06054b50, 0);
  fin.writeUInt16LE(partes.length, 8);
  fin.writeUInt16LE(partes.length, 10);
  fin.writeUInt32LE(indice.length, 12);
  fin.writeUInt32LE(p, 16);
  return new Uint8Array(Buffer.concat([...cuerpo, indice, fin]));
}
