import { Rechazo } from "../falla";
import type { LimitesLibro } from "./tipo";

const XLSX =
  "Ábralo en su planilla de cálculo, elija «Guardar como» y guárdelo como libro de Excel (.xlsx); luego cárguelo.";

/**
 * Says what a file is by its first bytes and refuses what is not a zip, each kind with its own remedy.
 * The name and its extension are not looked at: people rename files.
 */
export function exigirZip(bytes: Buffer, limites: LimitesLibro): void {
  if (bytes.length === 0)
    throw new Rechazo(
      "LIBRO_VACIO",
      "El archivo está vacío (0 bytes). Revise que se haya guardado completo y vuelva a cargarlo.",
    );
  if (bytes.length > limites.archivo) {
    const maximo = Math.floor(limites.archivo / 1024 / 1024);
    throw new Rechazo(
      "LIBRO_EXCESIVO",
      `El archivo pesa más de ${maximo} MB. Deje en él solo las hojas con los datos, sin imágenes, y vuelva a cargarlo.`,
    );
  }
  if (bytes.length >= 22 && bytes.readUInt32LE(0) === 0x04034b50) return;
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) {
    if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) {
      throw new Rechazo(
        "LIBRO_CON_CLAVE",
        "El archivo está protegido con contraseña. Ábralo, quite la contraseña de apertura y guárdelo como .xlsx.",
      );
    }
    throw new Rechazo("LIBRO_XLS", `El archivo está en el formato antiguo de Excel (.xls). ${XLSX}`);
  }
  const comienzo = bytes
    .subarray(0, 2048)
    .toString("latin1")
    .replace(/^(ï»¿|\s)+/, "")
    .toLowerCase();
  if (/^<(!doctype html|html|head|body|table|meta|div|style)/.test(comienzo)) {
    throw new Rechazo(
      "LIBRO_HTML",
      `El archivo es una página web con nombre de planilla, como las que exportan algunos sistemas. ${XLSX}`,
    );
  }
  if (comienzo.startsWith("<?xml") || comienzo.startsWith("<workbook")) {
    throw new Rechazo("LIBRO_XML", `El archivo es XML y no un libro de Excel. ${XLSX}`);
  }
  if (comienzo.startsWith("%pdf")) {
    throw new Rechazo(
      "LIBRO_NO_ES_XLSX",
      "El archivo es un PDF. Cargue la planilla de la que salió, guardada como .xlsx.",
    );
  }
  if (esTexto(bytes)) {
    throw new Rechazo(
      "LIBRO_CSV",
      `El archivo es de texto separado por comas, punto y comas o tabulaciones (CSV). ${XLSX}`,
    );
  }
  throw new Rechazo("LIBRO_NO_ES_XLSX", `El archivo no es un libro de Excel (.xlsx), o está dañado. ${XLSX}`);
}

function esTexto(bytes: Buffer): boolean {
  const muestra = bytes.subarray(0, 4096);
  return !muestra.includes(0) && /[;,\t]/.test(muestra.toString("latin1"));
}

/** Refuses zips that are not workbooks, and workbooks that carry programs. */
export function exigirLibro(nombres: ReadonlySet<string>): void {
  const alguno = (prueba: (nombre: string) => boolean) => [...nombres].some(prueba);
  if (
    alguno((n) => n.includes("vbaproject") || n.startsWith("xl/macrosheets/") || n.startsWith("xl/activex/"))
  ) {
    throw new Rechazo(
      "LIBRO_CON_MACROS",
      "El libro contiene macros u otros programas y por seguridad no se lee. Guárdelo como «Libro de Excel (.xlsx)», que no las incluye, y cárguelo.",
    );
  }
  if (alguno((n) => n.endsWith("xl/workbook.bin"))) {
    throw new Rechazo("LIBRO_XLSB", `El archivo está en formato binario (.xlsb). ${XLSX}`);
  }
  if (nombres.has("content.xml") && nombres.has("mimetype")) {
    throw new Rechazo("LIBRO_ODS", `El archivo está en formato OpenDocument (.ods). ${XLSX}`);
  }
  if (alguno((n) => n === "word/document.xml" || n === "ppt/presentation.xml")) {
    throw new Rechazo(
      "LIBRO_NO_ES_XLSX",
      "El archivo es un documento o una presentación, no una planilla. Cargue el libro de Excel (.xlsx).",
    );
  }
  if (!nombres.has("[content_types].xml")) {
    throw new Rechazo(
      "LIBRO_NO_ES_XLSX",
      `El archivo es un comprimido, no un libro de Excel. Si la planilla está adentro, descomprímalo y cargue solo la planilla. ${XLSX}`,
    );
  }
}
