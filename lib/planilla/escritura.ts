import ExcelJS from "exceljs";
import { bytesDeLibro } from "@/lib/libro/bytes";
import { textoDeCelda } from "./celda";
import { type ColumnaHoja, FILA_ENCABEZADO, FILAS_LIBRES, type TipoColumna } from "./columna";
import { letras } from "./libro/tipo";
import { validacionDe } from "./validacion";

export type ValorEscrito = string | number | null | undefined;

const AZUL = "FF0F69B4";
const FONDO_AYUDA = "FFEAF2F9";
const FONDO_FIJO = "FFF2F2F2";
const BORDE = { style: "thin", color: { argb: "FFBFC9D3" } } as const;
const BORDES = { top: BORDE, left: BORDE, bottom: BORDE, right: BORDE } as const;

export const HOJA_INSTRUCCIONES = "Instrucciones";

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
    const hoja = this.libro.addWorksheet(HOJA_INSTRUCCIONES, { views: [{ showGridLines: false }] });
    hoja.getColumn(1).width = 110;
    hoja.addRow([titulo]).font = { bold: true, size: 16, color: { argb: AZUL } };
    for (const parrafo of parrafos) {
      const fila = hoja.addRow([textoDeCelda(parrafo)]);
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
      const regla = validacionDe(columna, (palabras, tipo) => this.lista(palabras, tipo));
      if (regla) validaciones.add(rango, { allowBlank: true, showErrorMessage: true, ...regla });
    });
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
    return bytesDeLibro(this.libro);
  }
}
