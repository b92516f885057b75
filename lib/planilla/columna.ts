import { letras } from "./libro/tipo";

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

/** Rows of a template: title, help of each column, headings; data starts after them. */
export const FILA_ENCABEZADO = 3;
/** Free rows, beyond those filled, that have format and lists. */
export const FILAS_LIBRES = 500;

/** Range of the codes already written in another sheet of the template, for choosing among them. */
export function rangoDe(hoja: string, columna = 0): string {
  const letra = letras(columna);
  return `'${hoja}'!$${letra}$${FILA_ENCABEZADO + 1}:$${letra}$${FILA_ENCABEZADO + FILAS_LIBRES}`;
}
