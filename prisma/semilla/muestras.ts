import ExcelJS from "exceljs";

/** Small files that really open, for what the fictional institutions attach. */

const enPdf = (texto: string): string => texto.replace(/[\\()]/g, (letra) => `\\${letra}`);

/** A page of text as PDF. Takes one line of at most 90 letters of Western Europe each. */
export function pdfDeMuestra(lineas: readonly string[]): Uint8Array {
  const texto = lineas.map((linea) => `(${enPdf(linea)}) Tj T*`).join("\n");
  const pagina = `BT /F1 11 Tf 16 TL 60 780 Td\n${texto}\nET`;
  const objetos = [
    "<</Type /Catalog /Pages 2 0 R>>",
    "<</Type /Pages /Kids [3 0 R] /Count 1>>",
    "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>",
    `<</Length ${pagina.length}>>\nstream\n${pagina}\nendstream`,
    "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
  ];
  let cuerpo = "%PDF-1.4\n";
  const lugares = objetos.map((objeto, i) => {
    const lugar = cuerpo.length;
    cuerpo += `${i + 1} 0 obj\n${objeto}\nendobj\n`;
    return `${String(lugar).padStart(10, "0")} 00000 n \n`;
  });
  const tabla = `xref\n0 ${objetos.length + 1}\n0000000000 65535 f \n${lugares.join("")}`;
  const fin = `trailer\n<</Size ${objetos.length + 1} /Root 1 0 R>>\nstartxref\n${cuerpo.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(cuerpo + tabla + fin, "latin1"));
}

/** A workbook of one sheet. */
export async function libroDeMuestra(
  hoja: string,
  filas: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const libro = new ExcelJS.Workbook();
  libro.addWorksheet(hoja).addRows(filas.map((fila) => [...fila]));
  return new Uint8Array(await libro.xlsx.writeBuffer());
}
