import ExcelJS from "exceljs";
import { bytesDeLibro } from "@/lib/libro/bytes";
import { textoDeCelda } from "./celda";

/** A sheet with one table of figures and texts: nothing of it is read back. */
export type HojaTabla = {
  readonly nombre: string;
  readonly columnas: readonly { readonly etiqueta: string; readonly ancho: number }[];
  readonly filas: readonly (readonly (string | number | null)[])[];
};

const AZUL = "FF0F69B4";

/**
 * A workbook of tables for reading: title, headings that stay in sight and can filter, one row each. Texts are written
 * as texts, whatever they begin with.
 */
export async function tablas(titulo: string, hojas: readonly HojaTabla[]): Promise<Uint8Array> {
  const libro = new ExcelJS.Workbook();
  libro.title = titulo;
  libro.creator = "Plataforma CSEU";
  for (const { nombre, columnas, filas } of hojas) {
    const hoja = libro.addWorksheet(nombre, { views: [{ state: "frozen", ySplit: 2, xSplit: 0 }] });
    hoja.getCell(1, 1).value = titulo;
    hoja.getCell(1, 1).font = { bold: true, size: 14, color: { argb: AZUL } };
    const encabezado = hoja.getRow(2);
    columnas.forEach(({ etiqueta, ancho }, i) => {
      hoja.getColumn(i + 1).width = ancho;
      const celda = encabezado.getCell(i + 1);
      celda.value = etiqueta;
      celda.style = {
        font: { bold: true, color: { argb: "FFFFFFFF" } },
        fill: { type: "pattern", pattern: "solid", fgColor: { argb: AZUL } },
        alignment: { wrapText: true, vertical: "middle" },
      };
    });
    encabezado.height = 32;
    for (const fila of filas)
      hoja.addRow(fila.map((valor) => (typeof valor === "string" ? textoDeCelda(valor) : valor)));
    hoja.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2, column: columnas.length } };
    hoja.pageSetup = {
      orientation: "landscape",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    };
  }
  return bytesDeLibro(libro);
}
