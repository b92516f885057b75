import { createRequire } from "node:module";
import type ExcelJS from "exceljs";

type Escritor = { append(datos: unknown, opciones: { readonly base64?: boolean }): void };

const requerir = createRequire(import.meta.url);
const { ZipWriter } = requerir("exceljs/lib/utils/zip-stream") as { ZipWriter: { prototype: Escritor } };
const anexar = ZipWriter.prototype.append;

// exceljs gives each part of the workbook to JSZip as text, which encodes it by pieces of 16,384 units: a character of
// two units on a cut (an emoji) becomes two U+FFFD. Given as bytes, parts are kept whole.
ZipWriter.prototype.append = function append(datos, opciones) {
  const enBytes = typeof datos === "string" && !opciones.base64 ? Buffer.from(datos) : datos;
  anexar.call(this, enBytes, opciones);
};

/** The bytes of a workbook, every text of it whole. The only way in which one is written. */
export async function bytesDeLibro(libro: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await libro.xlsx.writeBuffer());
}
