import { inflateRawSync } from "node:zlib";

/** Entries of a zip by name, in order, read from its central directory. */
export function leerZip(zip: Buffer): Map<string, Buffer> {
  const fin = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const entradas = new Map<string, Buffer>();
  let en = zip.readUInt32LE(fin + 16);
  for (let i = zip.readUInt16LE(fin + 10); i > 0; i--) {
    const [metodo, comprimido] = [zip.readUInt16LE(en + 10), zip.readUInt32LE(en + 20)];
    const [largo, extra, nota] = [
      zip.readUInt16LE(en + 28),
      zip.readUInt16LE(en + 30),
      zip.readUInt16LE(en + 32),
    ];
    const local = zip.readUInt32LE(en + 42);
    const desde = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const datos = zip.subarray(desde, desde + comprimido);
    entradas.set(
      zip.toString("utf8", en + 46, en + 46 + largo),
      metodo === 8 ? inflateRawSync(datos) : datos,
    );
    en += 46 + largo + extra + nota;
  }
  return entradas;
}
