/** A stretch of a list: so many rows from one on. */
export type Tramo = { readonly desde: number; readonly cuantas: number };
/** The rows of a stretch, and how many the whole list has. */
export type Leidas<F> = { readonly total: number; readonly filas: readonly F[] };
