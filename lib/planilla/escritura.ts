import ExcelJS from "exceljs";
import { Rechazo } from "./falla";
import { letras } from "./libro/tipo";

/** What a spreadsheet cell can hold at most. */
const LARGO_CELDA = 32_767;

/** Characters that XML cannot hold (or that its readers change), written as spreadsheets escape them. */
const NO_XML = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu;
const PARECE_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * A text as the content of a cell: always a plain string, also when it begins with = + - @, and read back the same
 * to the last character. Throws a refusal when no cell can hold it.
 */
export function textoDeCelda(texto: string): string {
  const escrito = texto
    .replace(PARECE_ESCAPE, "_x005F_")
    .replace(NO_XML, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
  if (escrito.length > LARGO_CELDA) {
    throw new Rechazo(
      "TEXTO_NO_CABE",
      `El texto que empieza «${texto.slice(0, 60)}…» tiene más de ${LARGO_CELDA.toLocaleString("es-CL")} caracteres y no cabe en una celda de Excel. Use el archivo JSON.`,
    );
  }
  return escrito;
}

export type TipoColumna = "texto" | "numero" | "monto" | "fecha" | "fijo";

export interface ColumnaHoja {
  etiqueta: string;
  tipo: TipoColumna;
  ancho: number;
  ayuda?: string;
  /** Words to choose from; they go to the hidden sheet of lists. */
  lista?: readonly string[];
  /** Range of another sheet to choose from, as Excel writes it; free text is allowed too. */
  rango?: string;
}

export type ValorEscrito = string | number | null | undefined;

const AZUL = "FF0F69B4";
const FONDO_AYUDA = "FFEAF2F9";
const FONDO_FIJO = "FFF2F2F2";
const BORDE = { style: "thin", color: { argb: "FFBFC9D3" } } as const;
const BORDES = { top: BORDE, left: BORDE, bottom: BORDE, right: BORDE } as const;

/** Rows of a template: title, help of each column, headings; data starts after them. */
export const FILA_ENCABEZADO = 3;
/** Free rows, beyond those filled, that have format and lists. */
const FILAS_LIBRES = 500;

/** A workbook being written: templates share its look, its lists and its protection. */
export class Escritura {
  readonly libro = new ExcelJS.Workbook();
  private readonly listas: { palabras: string; rango: string }[] = [];
  private hojaListas: ExcelJS.Worksheet | null = null;

  constructor(titulo: string) {
    this.libro.title = titulo;
    this.libro.creator = "Plataforma CSEU";
  }

  /** Sheet of prose: how the template is filled. */
  instrucciones(titulo: string, parrafos: readonly string[]): void {
    const hoja = this.libro.addWorksheet("Instrucciones", { views: [{ showGridLines: false }] });
    hoja.getColumn(1).width = 110;
    hoja.addRow([titulo]).font = { bold: true, size: 16, color: { argb: AZUL } };
    for (const parrafo of parrafos) {
      const fila = hoja.addRow([parrafo]);
      fila.getCell(1).alignment = { wrapText: true, vertical: "top" };
      fila.height = 15 * Math.ceil(parrafo.length / 105) + 6;
    }
    hoja.pageSetup = {
      orientation: "portrait",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    };
  }

  /** Sheet with a table: title, help and headings locked; rows free except the columns that only identify. */
  async tabla(
    nombre: string,
    titulo: string,
    columnas: readonly ColumnaHoja[],
    filas: readonly (readonly ValorEscrito[])[],
    { filasNuevas = true, filaAyuda = true } = {},
  ): Promise<void> {
    const hoja = this.libro.addWorksheet(nombre, {
      views: [{ state: "frozen", ySplit: FILA_ENCABEZADO, xSplit: 1 }],
    });
    columnas.forEach((columna, i) => {
      const c = hoja.getColumn(i + 1);
      c.width = columna.ancho;
      c.style = this.estilo(columna, filasNuevas || columna.tipo !== "fijo");
    });
    this.encabezar(hoja, titulo, columnas, filaAyuda);
    for (const fila of filas) {
      const escrita = hoja.getRow(hoja.rowCount + 1);
      columnas.forEach((columna, i) => {
        const celda = escrita.getCell(i + 1);
        celda.value = this.valor(fila[i], columna.tipo);
        celda.border = BORDES;
      });
    }
    const ultima = FILA_ENCABEZADO + filas.length + (filasNuevas ? FILAS_LIBRES : 0);
    if (ultima > FILA_ENCABEZADO) this.validar(hoja, columnas, ultima);
    hoja.pageSetup = {
      orientation: "landscape",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${FILA_ENCABEZADO}:${FILA_ENCABEZADO}`,
    };
    await hoja.protect("", {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
      insertRows: filasNuevas,
      deleteRows: filasNuevas,
      sort: true,
      autoFilter: true,
    });
  }

  private encabezar(
    hoja: ExcelJS.Worksheet,
    titulo: string,
    columnas: readonly ColumnaHoja[],
    conAyuda: boolean,
  ): void {
    const cabeza = hoja.getRow(1).getCell(1);
    cabeza.value = titulo;
    cabeza.style = { font: { bold: true, size: 14, color: { argb: AZUL } }, protection: { locked: true } };
    hoja.getRow(1).height = 24;
    columnas.forEach((columna, i) => {
      const ayuda = hoja.getRow(2).getCell(i + 1);
      ayuda.value = conAyuda ? (columna.ayuda ?? null) : null;
      ayuda.style = {
        font: { italic: true, size: 9, color: { argb: "FF4A4A4A" } },
        fill: { type: "pattern", pattern: "solid", fgColor: { argb: FONDO_AYUDA } },
        alignment: { wrapText: true, vertical: "top" },
        protection: { locked: true },
      };
      const encabezado = hoja.getRow(FILA_ENCABEZADO).getCell(i + 1);
      encabezado.value = columna.etiqueta;
      encabezado.style = {
        font: { bold: true, color: { argb: "FFFFFFFF" } },
        fill: { type: "pattern", pattern: "solid", fgColor: { argb: AZUL } },
        alignment: { wrapText: true, vertical: "middle" },
        border: BORDES,
        protection: { locked: true },
      };
      if (i > 0) hoja.getRow(1).getCell(i + 1).style = { protection: { locked: true } };
    });
    const renglones = Math.max(
      1,
      ...columnas.map((c) => Math.ceil((c.ayuda?.length ?? 0) / Math.max(8, c.ancho))),
    );
    hoja.getRow(2).height = Math.min(160, 13 * renglones + 4);
    hoja.getRow(FILA_ENCABEZADO).height = 32;
  }

  private estilo(columna: ColumnaHoja, libre: boolean): Partial<ExcelJS.Style> {
    const formatos: Record<TipoColumna, string> = {
      texto: "@",
      fijo: "@",
      numero: "General",
      monto: "#,##0",
      fecha: "dd-mm-yyyy",
    };
    return {
      numFmt: formatos[columna.tipo],
      alignment: { wrapText: true, vertical: "top" },
      protection: { locked: !libre },
      ...(columna.tipo === "fijo"
        ? { fill: { type: "pattern", pattern: "solid", fgColor: { argb: FONDO_FIJO } } }
        : {}),
    };
  }

  private valor(valor: ValorEscrito, tipo: TipoColumna): ExcelJS.CellValue {
    if (valor === null || valor === undefined || valor === "") return null;
    if (typeof valor === "number") return valor;
    if (tipo === "fecha" && /^\d{4}-\d{2}-\d{2}$/.test(valor)) {
      const dia = new Date(`${valor}T00:00:00Z`);
      // Before March 1900 serial numbers do not name real days.
      if (!Number.isNaN(dia.getTime()) && dia.toISOString().startsWith(valor) && valor > "1900-03-01")
        return dia;
    }
    return textoDeCelda(valor);
  }

  private validar(hoja: ExcelJS.Worksheet, columnas: readonly ColumnaHoja[], ultima: number): void {
    // exceljs takes ranges here, though its types only know single cells through `cell.dataValidation`.
    const validaciones = (
      hoja as unknown as { dataValidations: { add(rango: string, v: ExcelJS.DataValidation): void } }
    ).dataValidations;
    columnas.forEach((columna, i) => {
      const rango = `${letras(i)}${FILA_ENCABEZADO + 1}:${letras(i)}${ultima}`;
      const regla = this.validacion(columna);
      if (regla) validaciones.add(rango, { allowBlank: true, showErrorMessage: true, ...regla });
    });
  }

  private validacion(columna: ColumnaHoja): ExcelJS.DataValidation | null {
    const titulo = columna.etiqueta.slice(0, 30);
    if (columna.lista) {
      const error = `Elija uno de: ${columna.lista.join(", ")}`.slice(0, 220);
      return {
        type: "list",
        formulae: [this.lista(columna.lista, columna.tipo)],
        errorTitle: titulo,
        error,
        errorStyle: "stop",
      };
    }
    if (columna.rango) {
      return {
        type: "list",
        formulae: [columna.rango],
        errorTitle: titulo,
        error: "Ese código no está en la hoja de la que se elige.",
        errorStyle: "warning",
      };
    }
    if (columna.tipo === "monto") {
      return {
        type: "whole",
        operator: "greaterThanOrEqual",
        formulae: [0],
        errorTitle: titulo,
        error: "Escriba un monto en pesos, sin decimales ni negativos.",
        errorStyle: "stop",
      };
    }
    if (columna.tipo === "numero") {
      return {
        type: "decimal",
        operator: "between",
        formulae: [-1e15, 1e15],
        errorTitle: titulo,
        error: "Escriba un número.",
        errorStyle: "stop",
      };
    }
    if (columna.tipo === "fecha") {
      return {
        type: "date",
        operator: "between",
        formulae: [new Date("2000-01-01T00:00:00Z"), new Date("2099-12-31T00:00:00Z")],
        errorTitle: titulo,
        error: "Escriba una fecha, por ejemplo 30-06-2025.",
        errorStyle: "stop",
      };
    }
    return null;
  }

  private lista(palabras: readonly string[], tipo: TipoColumna): string {
    const junto = palabras.join("\n");
    const conocida = this.listas.find((l) => l.palabras === junto);
    if (conocida) return conocida.rango;
    this.hojaListas ??= this.libro.addWorksheet("Listas", { state: "veryHidden" });
    const columna = letras(this.listas.length);
    palabras.forEach((palabra, i) => {
      if (this.hojaListas)
        this.hojaListas.getCell(`${columna}${i + 1}`).value = tipo === "numero" ? Number(palabra) : palabra;
    });
    const rango = `Listas!$${columna}$1:$${columna}$${palabras.length}`;
    this.listas.push({ palabras: junto, rango });
    return rango;
  }

  async bytes(): Promise<Uint8Array> {
    return new Uint8Array(await this.libro.xlsx.writeBuffer());
  }
}

/** Range of the codes already written in another sheet of the template, for choosing among them. */
export function rangoDe(hoja: string, columna = 0): string {
  const letra = letras(columna);
  return `'${hoja}'!$${letra}$${FILA_ENCABEZADO + 1}:$${letra}$${FILA_ENCABEZADO + FILAS_LIBRES}`;
}
