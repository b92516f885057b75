/**
 * The neutral document: what a form says, before deciding how it is drawn. The workbook and the PDF are two
 * walks over this one tree, so neither can say something the other does not.
 */

/** How a value is read and drawn: it decides the cell format in xlsx and the Chilean notation in PDF. */
export type Tipo =
  | "texto"
  | "lista"
  | "numero"
  | "pesos"
  | "bytes"
  | "fecha"
  | "instante"
  | "siNo"
  | "huella";

/** Raw value as the expediente holds it; null and absent are drawn as a dash in PDF and an empty cell in xlsx. */
export type Valor = string | number | boolean | readonly string[] | null | undefined;

export interface Columna {
  etiqueta: string;
  tipo: Tipo;
  /** Width in characters of the workbook, and share of the line in a PDF table. */
  ancho: number;
  /** In PDF, a text of its own under the row instead of a cell among the others. */
  plena?: boolean;
  /** Left out of the PDF when empty: it is asked only in some cases. */
  opcional?: boolean;
  /** False when the heading of the card, or of the table, already says it in the PDF. */
  enFicha?: boolean;
}

export interface Fila {
  valores: readonly Valor[];
  /** Heading of the record in PDF when its table is drawn as cards ("Actividad A1"). */
  titulo?: string;
  /** Nested tables: under the card in PDF, in their own sheet (with `clave` in front) in xlsx. */
  detalles?: readonly Bloque[];
}

export interface Registros {
  clase: "registros";
  /** Name of the sheet; records with the same sheet are gathered in it, in order. */
  hoja: string;
  titulo?: string;
  forma: "tabla" | "fichas";
  columnas: readonly Columna[];
  filas: readonly Fila[];
  /** First column of the sheet that says to which record of the parent each row belongs. */
  clave?: { etiqueta: string; valor: string };
  /** What to say when there is no row. Without it an empty table is not drawn in the PDF. */
  vacio?: string;
  /** Only one of the two drawings needs it: the other already has the same content in another shape. */
  solo?: "xlsx" | "pdf";
}

export interface Dato {
  etiqueta: string;
  tipo: Tipo;
  valor: Valor;
}

/** Label and value pairs: a sheet of two columns, a list of labelled texts in PDF. */
export interface Datos {
  clase: "datos";
  hoja: string;
  titulo?: string;
  datos: readonly Dato[];
  /** Draws every value as a text of its own, for long texts. */
  plena?: boolean;
  solo?: "xlsx" | "pdf";
}

/** Prose of the document itself, never of the institution. */
export interface Parrafo {
  clase: "parrafo";
  texto: string;
  tono?: "normal" | "aviso" | "nota";
}

/** Places to sign by hand. */
export interface Firmas {
  clase: "firmas";
  /** What is signed: the signatures may be alone on their page. */
  que?: string;
  lugares: readonly { nombre: string; cargo: string; detalle?: string }[];
}

export type Bloque = Registros | Datos | Parrafo | Firmas;

export interface Seccion {
  titulo: string;
  /** Sentence of the guide, or what the section holds. */
  introduccion?: string;
  bloques: readonly Bloque[];
  subsecciones?: readonly Seccion[];
}

export interface Documento {
  /** Short name of the form ("E3O1RT1") or of the piece ("Acta"). */
  clave: string;
  titulo: string;
  subtitulo: string;
  institucion: string;
  ministerio: string;
  ejercicio: number;
  borrador: boolean;
  /** Code that the public page verifies. */
  codigo: string;
  urlVerificacion?: string;
  /** SHA-256 in hexadecimal shown at the foot of every page, with what it is the digest of. */
  huella: { de: string; valor: string };
  /** Instant of issue (ISO 8601); also the date of the file's metadata, so that equal input gives equal bytes. */
  emitidoEn: string | null;
  portada: readonly Dato[];
  /** Cards with the figures of the whole, on the cover. */
  cifras?: readonly { valor: string; etiqueta: string }[];
  secciones: readonly Seccion[];
  indice: boolean;
}
