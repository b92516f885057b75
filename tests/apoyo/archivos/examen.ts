import ExcelJS from "exceljs";
import { examinarArchivo } from "@/lib/archivos/examinar";
import { fuenteDeBytes } from "@/lib/archivos/fuente";

/** Contents of a file, ready or being made. */
export type Bytes = Buffer | Promise<Buffer>;

/** Examines a file as the server does when it is received. */
export async function examinar(nombre: string, bytes: Bytes, declarado = "") {
  return examinarArchivo(fuenteDeBytes(await bytes), nombre, declarado);
}

/** The code of its refusal, or the type with which it is accepted. */
export async function codigo(nombre: string, bytes: Bytes, declarado?: string): Promise<string> {
  const r = await examinar(nombre, bytes, declarado);
  return r.ok ? `aceptado: ${r.valor.tipo}` : r.falla.codigo;
}

/** A workbook as a person would save it. */
export async function excelReal(): Promise<Buffer> {
  const libro = new ExcelJS.Workbook();
  libro.addWorksheet("Destinatarios").addRow(["Nombre", "Cargo"]);
  return Buffer.from(await libro.xlsx.writeBuffer());
}

export const OFFICE = "application/vnd.openxmlformats-officedocument";
export const ODF = "application/vnd.oasis.opendocument";
