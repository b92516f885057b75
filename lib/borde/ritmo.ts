/** At most `maximo` requests in each window of `segundos`. */
export type Ritmo = { readonly maximo: number; readonly segundos: number };

export const RITMO_POR_DEFECTO: Ritmo = { maximo: 300, segundos: 60 };

type Ventana = { desde: number; cuenta: number };
const ventanas = new Map<string, Ventana>();
const MAXIMO_DE_VENTANAS = 50_000;

/**
 * Counts one request. Kept in this process's memory: it stops a runaway page or a script, not an attack on
 * passwords (those are counted in the database, for all the nodes together).
 * Takes who and what, the limit, and the instant in milliseconds. Returns whether it may go on.
 */
export function permiteRitmo(llave: string, ritmo: Ritmo, ahoraMs: number): boolean {
  const ventana = ventanas.get(llave);
  if (!ventana || ahoraMs - ventana.desde >= ritmo.segundos * 1000) {
    if (ventanas.size >= MAXIMO_DE_VENTANAS) ventanas.clear();
    ventanas.set(llave, { desde: ahoraMs, cuenta: 1 });
    return ritmo.maximo >= 1;
  }
  ventana.cuenta++;
  return ventana.cuenta <= ritmo.maximo;
}
