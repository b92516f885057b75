/**
 * Long lists leave the worker in slices, so that receiving them never holds the thread that attends people:
 * the value travels with its long lists emptied, then each list arrives piece by piece.
 */

/** Elements of a list that travel at once: some 2 ms of reception. */
const LARGO = 500;

export interface Trozo {
  ruta: readonly (string | number)[];
  elementos: readonly unknown[];
}

/** Splits a value into its skeleton and the slices of its long lists, parents before children. */
export function trocear(valor: unknown): { esqueleto: unknown; trozos: Trozo[] } {
  const trozos: Trozo[] = [];
  const vaciar = (parte: unknown, ruta: readonly (string | number)[], nivel: number): unknown => {
    if (nivel > 5 || typeof parte !== "object" || parte === null || ArrayBuffer.isView(parte)) return parte;
    if (Array.isArray(parte)) {
      if (parte.length <= LARGO) return parte.map((hijo, i) => vaciar(hijo, [...ruta, i], nivel + 1));
      for (let i = 0; i < parte.length; i += LARGO)
        trozos.push({ ruta, elementos: parte.slice(i, i + LARGO) });
      return [];
    }
    if (Object.getPrototypeOf(parte) !== Object.prototype) return parte;
    return Object.fromEntries(
      Object.entries(parte).map(([llave, hijo]) => [llave, vaciar(hijo, [...ruta, llave], nivel + 1)]),
    );
  };
  return { esqueleto: vaciar(valor, [], 0), trozos };
}

/** Puts a slice back in its list. */
export function juntar(valor: unknown, { ruta, elementos }: Trozo): void {
  let lista = valor;
  for (const paso of ruta) lista = (lista as Record<string | number, unknown>)[paso];
  (lista as unknown[]).push(...elementos);
}
