import type { Dimension, FiltroTablero } from "@/lib/flujo/tablero";

export type Vista = FiltroTablero & { readonly por: Dimension; readonly pagina: number };

/** Address of a view of the board: only what is not as at first, so that a link says what it asks. */
export function direccionDelTablero(vista: Partial<Vista>, base = "/coordinacion"): string {
  const pares = Object.entries(vista).filter(
    ([llave, valor]) =>
      valor !== "" && !(llave === "por" && valor === "ministerio") && !(llave === "pagina" && valor === 1),
  );
  const busqueda = new URLSearchParams(pares.map(([llave, valor]) => [llave, String(valor)])).toString();
  return busqueda === "" ? base : `${base}?${busqueda}`;
}
