import ExcelJS from "exceljs";
import { decimales } from "@/lib/expediente/calculo";
import { esFecha } from "@/lib/expediente/fecha";
import { bytesDeLibro } from "@/lib/libro/bytes";
import type { Columna, Documento, Tipo, Valor } from "../modelo";
import { enPalabras, relojDeChile } from "../notacion";
import { fecharZip } from "./fechar";
import { enHojas, type Hoja } from "./hojas";
import { LIMITE_DE_CELDA, partirTexto, textoDeCelda } from "./texto";

const MARINO = "FF07305A";
const LINEA = "FFD5DCE4";
const ALERTA = "FFB3261E";
const FILA_DE_TITULOS = 4;
/** First instant that a workbook's dates can hold without two readings of the 1900 leap year. */
const PRIMERA_FECHA = Date.UTC(1900, 2, 1);
/** Date of the metadata of a document that nobody has issued: fixed, so that equal input gives equal bytes. */
const SIN_EMISION = new Date(Date.UTC(2025, 0, 1));

interface Celda {
  valor: string | number | Date | null;
  formato?: string;
}

function formatoNumerico(valor: number, tipo: Tipo): string {
  const cifras = Math.min(decimales(valor), 15);
  const base = cifras > 0 ? `#,##0.${"0".repeat(cifras)}` : "#,##0";
  return tipo === "pesos" ? `"$"${base}` : base;
}

function comoFecha(tipo: Tipo, texto: string): Celda | null {
  if (tipo === "fecha" && esFecha(texto)) {
    const dia = new Date(`${texto}T00:00:00Z`);
    return dia.getTime() >= PRIMERA_FECHA ? { valor: dia, formato: "dd/mm/yyyy" } : null;
  }
  if (tipo !== "instante") return null;
  const reloj = relojDeChile(texto);
  return reloj && reloj.getTime() >= PRIMERA_FECHA ? { valor: reloj, formato: "dd/mm/yyyy hh:mm:ss" } : null;
}

/** Numbers and dates as such; everything else as text, which exceljs never reads as a formula. */
function celda(tipo: Tipo, valor: Valor): Celda {
  if (typeof valor === "number") return { valor, formato: formatoNumerico(valor, tipo) };
  if (typeof valor === "string") {
    const fecha = comoFecha(tipo, valor);
    if (fecha) return fecha;
  }
  const texto = enPalabras(tipo, valor);
  return { valor: texto === null ? null : textoDeCelda(texto) };
}

/** Points of a line of text, and the tallest row that Excel admits. */
const RENGLON = 13.5;
const ALTURA_MAXIMA = 409;

/** Height that shows the texts of a row whole: LibreOffice does not grow rows by itself when it opens a workbook. */
function altura(valores: readonly Celda["valor"][], anchos: readonly number[]): number {
  let renglones = 1;
  valores.forEach((valor, i) => {
    if (typeof valor !== "string") return;
    let suyos = 0;
    for (const linea of valor.split("\n")) suyos += Math.max(1, Math.ceil(linea.length / (anchos[i] ?? 10)));
    renglones = Math.max(renglones, suyos);
  });
  return Math.min(ALTURA_MAXIMA, renglones * RENGLON + 4);
}

/**
 * Writes one row; a text longer than a cell goes on in the rows below, which say so in their first cell. Returns
 * how many rows it took.
 */
function escribirFila(
  hoja: ExcelJS.Worksheet,
  en: number,
  celdas: readonly Celda[],
  anchos: readonly number[],
): number {
  const partes = celdas.map((x) => (typeof x.valor === "string" ? partirTexto(x.valor) : [x.valor]));
  const alto = Math.max(1, ...partes.map((x) => x.length));
  const primera = celdas[0]?.valor;
  for (let i = 0; i < alto; i++) {
    const fila = hoja.getRow(en + i);
    fila.height = altura(
      partes.map((trozos) => trozos[i] ?? null),
      anchos,
    );
    partes.forEach((trozos, columna) => {
      let valor = trozos[i] ?? null;
      if (i > 0 && columna === 0 && trozos.length === 1) {
        valor =
          `${String(primera ?? "").slice(0, LIMITE_DE_CELDA - 40)} (contin\u00faa ${i + 1} de ${alto})`.trim();
      }
      if (valor === null) return;
      const destino = fila.getCell(columna + 1);
      destino.value = valor;
      const formato = celdas[columna]?.formato;
      if (formato && i === 0) destino.numFmt = formato;
    });
  }
  return alto;
}

function estiloDeColumna(columna: Columna): Partial<ExcelJS.Alignment> {
  const numerica = columna.tipo === "numero" || columna.tipo === "pesos" || columna.tipo === "bytes";
  // Apart from the text that may follow in the next column.
  return {
    vertical: "top",
    wrapText: true,
    ...(numerica ? { horizontal: "right", indent: 1 } : { horizontal: "left" }),
  };
}

function encabezar(hoja: ExcelJS.Worksheet, datos: Hoja, documento: Documento): void {
  hoja.getCell("A1").value = `${documento.clave} \u00b7 ${datos.titulo}`;
  hoja.getCell("A1").font = { name: "Calibri", size: 14, bold: true, color: { argb: MARINO } };
  hoja.getCell("A2").value = textoDeCelda(
    `${documento.institucion} \u00b7 Ejercicio ${documento.ejercicio} \u00b7 ${documento.titulo}`,
  );
  hoja.getCell("A2").font = { name: "Calibri", size: 10, color: { argb: "FF5B6470" } };
  hoja.getCell("A3").value = documento.borrador
    ? `BORRADOR \u00b7 C\u00f3digo de verificaci\u00f3n ${documento.codigo}`
    : `C\u00f3digo de verificaci\u00f3n ${documento.codigo}`;
  hoja.getCell("A3").font = {
    name: "Calibri",
    size: 10,
    bold: documento.borrador,
    color: { argb: documento.borrador ? ALERTA : "FF5B6470" },
  };
  for (const fila of [1, 2, 3]) hoja.getRow(fila).alignment = { vertical: "middle", wrapText: false };
  const titulos = hoja.getRow(FILA_DE_TITULOS);
  datos.columnas.forEach((columna, i) => {
    const casilla = titulos.getCell(i + 1);
    casilla.value = columna.etiqueta;
    casilla.font = { name: "Calibri", size: 10, bold: true, color: { argb: "FFFFFFFF" } };
    casilla.fill = { type: "pattern", pattern: "solid", fgColor: { argb: MARINO } };
    casilla.alignment = { vertical: "middle", wrapText: true };
  });
  titulos.height = 32;
}

/** Widths of column, added, that a landscape page shows at two thirds of their size: smaller, 10 points are not read. */
const ANCHO_DE_PAGINA = 210;

/** A sheet wider than a page goes on in the ones beside it, each with the first column, which says whose row it is. */
function impresion(anchos: readonly number[]): Partial<ExcelJS.PageSetup> {
  const paginas = Math.ceil(anchos.reduce((suma, ancho) => suma + ancho, 0) / ANCHO_DE_PAGINA);
  return {
    paperSize: 1 as ExcelJS.PaperSize,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: paginas,
    fitToHeight: 0,
    pageOrder: "overThenDown",
    printTitlesRow: `${FILA_DE_TITULOS}:${FILA_DE_TITULOS}`,
    ...(paginas > 1 && { printTitlesColumn: "A:A" }),
    margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
  };
}

function escribirHoja(libro: ExcelJS.Workbook, datos: Hoja, documento: Documento): void {
  const anchos = datos.columnas.map((columna) => Math.max(columna.ancho, 10));
  const pie = `&L&8${documento.huella.de} ${documento.huella.valor}&R&8P\u00e1gina &P de &N`;
  const hoja = libro.addWorksheet(datos.nombre, {
    views: [
      {
        state: "frozen",
        ySplit: FILA_DE_TITULOS,
        topLeftCell: `A${FILA_DE_TITULOS + 1}`,
        showGridLines: false,
      },
    ],
    pageSetup: impresion(anchos),
    headerFooter: {
      oddHeader: documento.borrador ? '&C&"Calibri,Bold"&14&KB3261EBORRADOR' : undefined,
      oddFooter: pie,
    },
  });
  hoja.columns = datos.columnas.map((columna, i) => ({
    width: anchos[i] ?? 10,
    style: {
      alignment: estiloDeColumna(columna),
      font: { name: "Calibri", size: 10 },
      border: { bottom: { style: "hair", color: { argb: LINEA } } },
    },
  }));
  encabezar(hoja, datos, documento);
  let en = FILA_DE_TITULOS + 1;
  datos.filas.forEach((valores, i) => {
    const tipo = (columna: number): Tipo =>
      (columna === 1 ? datos.tipos?.[i] : undefined) ?? datos.columnas[columna]?.tipo ?? "texto";
    const celdas = valores.map((x, columna) => celda(tipo(columna), x));
    const alto = escribirFila(hoja, en, celdas, anchos);
    if (datos.tipos)
      for (let k = 0; k < alto; k++)
        hoja.getCell(en + k, 2).alignment = { vertical: "top", wrapText: true, horizontal: "left" };
    en += alto;
  });
  if (!datos.tipos && en > FILA_DE_TITULOS + 1) {
    hoja.autoFilter = {
      from: { row: FILA_DE_TITULOS, column: 1 },
      to: { row: en - 1, column: datos.columnas.length },
    };
  }
}

/**
 * Draws a document as an Excel workbook: one sheet per section, dates and numbers as such, texts always as text.
 * Returns the bytes of the .xlsx, the same for the same document. Heavy: in the server it runs in the worker pool.
 */
export async function dibujarLibro(documento: Documento): Promise<Uint8Array> {
  const libro = new ExcelJS.Workbook();
  const momento = (documento.emitidoEn ? relojDeChile(documento.emitidoEn) : null) ?? SIN_EMISION;
  libro.creator = textoDeCelda(documento.institucion);
  libro.lastModifiedBy = libro.creator;
  libro.title = textoDeCelda(`${documento.clave} \u00b7 ${documento.titulo}`);
  libro.subject = textoDeCelda(`${documento.subtitulo} \u00b7 Ejercicio ${documento.ejercicio}`);
  libro.keywords = textoDeCelda(`${documento.codigo} ${documento.huella.valor}`);
  libro.category = documento.borrador ? "Borrador" : "Definitivo";
  libro.created = momento;
  libro.modified = momento;
  for (const hoja of enHojas(documento)) escribirHoja(libro, hoja, documento);
  const bytes = await bytesDeLibro(libro);
  return fecharZip(bytes, momento);
}
