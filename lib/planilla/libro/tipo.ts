/**
 * What a cell says once read. Plain texts, numbers and booleans are themselves; the rest says what it is:
 * a day (with its time when it has one), a number that the person sees as a percentage, an error of the
 * spreadsheet (#N/A), or a formula saved without its computed value.
 */
export type ValorCelda =
  | string
  | number
  | boolean
  | { readonly fecha: string; readonly hora?: string }
  | { readonly porcentaje: number }
  | { readonly error: string }
  | { readonly sinValor: string };

/** A row with content: its number as the person sees it (from 1) and its cells by column (from 0). */
export interface FilaLeida {
  numero: number;
  celdas: (ValorCelda | undefined)[];
}

/** Rows and columns of a merged range, inclusive; rows from 1, columns from 0. */
export interface Combinada {
  filaDesde: number;
  filaHasta: number;
  columnaDesde: number;
  columnaHasta: number;
}

export interface HojaLeida {
  nombre: string;
  oculta: boolean;
  filas: FilaLeida[];
  combinadas: Combinada[];
}

export interface Libro {
  hojas: HojaLeida[];
  /** It has links to other files; they are not followed. */
  enlacesExternos: boolean;
}

/** How much a workbook may be before it is refused. Sizes in bytes. */
export interface LimitesLibro {
  archivo: number;
  entradas: number;
  /** Inflated bytes of the whole file, and of one of its parts. */
  inflado: number;
  parte: number;
  hojas: number;
  /** Rows and cells with content, of the whole workbook. */
  filas: number;
  celdas: number;
  /** Column number beyond which content is refused. */
  columnas: number;
  combinadas: number;
}

const MIB = 1024 * 1024;

export const LIMITES: LimitesLibro = {
  archivo: 50 * MIB,
  entradas: 5_000,
  inflado: 400 * MIB,
  parte: 200 * MIB,
  hojas: 200,
  filas: 200_000,
  celdas: 3_000_000,
  columnas: 1_000,
  combinadas: 100_000,
};

/** Letters of a column from its index (0 is A). */
export function letras(columna: number): string {
  let resto = columna + 1;
  let nombre = "";
  while (resto > 0) {
    nombre = String.fromCharCode(65 + ((resto - 1) % 26)) + nombre;
    resto = Math.floor((resto - 1) / 26);
  }
  return nombre;
}

/** A1 address of a cell: column from 0, row from 1. */
export function direccion(columna: number, fila: number): string {
  return `${letras(columna)}${fila}`;
}

/** Column (from 0) and row (from 1) of an A1 address; null when it is not one. */
export function leerDireccion(texto: string): { columna: number; fila: number } | null {
  let i = 0;
  let columna = 0;
  let fila = 0;
  for (; i < texto.length; i++) {
    const c = texto.charCodeAt(i) & ~32;
    if (c < 65 || c > 90) break;
    columna = columna * 26 + (c - 64);
  }
  const cifras = i;
  for (; i < texto.length; i++) {
    const c = texto.charCodeAt(i) - 48;
    if (c < 0 || c > 9) return null;
    fila = fila * 10 + c;
  }
  return cifras === 0 || cifras > 3 || i === cifras || fila === 0 ? null : { columna: columna - 1, fila };
}
