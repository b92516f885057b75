import ExcelJS from "exceljs";

type Fila = Readonly<Record<string, ExcelJS.CellValue>>;

const TITULOS = 2;

/** The rows of each sheet of a workbook of tables (`lib/planilla/tablas`), by the heading of their columns. */
export async function leerTablas(bytes: Uint8Array): Promise<Readonly<Record<string, readonly Fila[]>>> {
  const libro = new ExcelJS.Workbook();
  await libro.xlsx.load(Uint8Array.from(bytes).buffer as ArrayBuffer);
  const leerFila = (hoja: ExcelJS.Worksheet, n: number): Fila => {
    const fila: Record<string, ExcelJS.CellValue> = {};
    hoja.getRow(TITULOS).eachCell((titulo, columna) => {
      fila[titulo.text] = hoja.getCell(n, columna).value;
    });
    return fila;
  };
  return Object.fromEntries(
    libro.worksheets.map((hoja) => [
      hoja.name,
      Array.from({ length: hoja.rowCount - TITULOS }, (_, i) => leerFila(hoja, TITULOS + 1 + i)),
    ]),
  );
}
