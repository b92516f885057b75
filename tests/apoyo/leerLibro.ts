import ExcelJS from "exceljs";

export interface LibroLeido {
  libro: ExcelJS.Workbook;
  /** Text of every cell that holds text. */
  textos: Set<string>;
  /** The texts of each column one under the other, joined: what was split over rows is whole here. */
  columnas: string[];
  numeros: Set<number>;
  /** Calendar day of every date cell, AAAA-MM-DD, and its instant. */
  dias: Set<string>;
  instantes: Set<number>;
  formulas: number;
}

/** Opens a workbook with exceljs and gathers what its cells hold. */
export async function leerLibro(bytes: Uint8Array): Promise<LibroLeido> {
  const libro = new ExcelJS.Workbook();
  await libro.xlsx.load(Uint8Array.from(bytes).buffer as ArrayBuffer);
  const leido: LibroLeido = {
    libro,
    textos: new Set(),
    columnas: [],
    numeros: new Set(),
    dias: new Set(),
    instantes: new Set(),
    formulas: 0,
  };
  for (const hoja of libro.worksheets) {
    for (let c = 1; c <= hoja.columnCount; c++) {
      let columna = "";
      for (let r = 1; r <= hoja.rowCount; r++) {
        const celda = hoja.getCell(r, c);
        const valor = celda.value;
        if (celda.type === ExcelJS.ValueType.Formula) leido.formulas += 1;
        if (typeof valor === "string") {
          leido.textos.add(valor);
          columna += valor;
        } else if (typeof valor === "number") leido.numeros.add(valor);
        else if (valor instanceof Date) {
          leido.dias.add(valor.toISOString().slice(0, 10));
          leido.instantes.add(valor.getTime());
        }
      }
      leido.columnas.push(columna);
    }
  }
  return leido;
}

export function contieneTexto(leido: LibroLeido, texto: string): boolean {
  if (leido.textos.has(texto)) return true;
  for (const x of leido.textos) if (x.includes(texto)) return true;
  return leido.columnas.some((x) => x.includes(texto));
}
