/** What a name of a PDF file stands for: the number of an object. */
export type Nombre = readonly [nombre: string, objeto: number];

/** The pairs of a tree of names, from its text. */
export function leerNombres(texto: string): Nombre[] {
  return [...texto.matchAll(/\((\S+)\) (\d+) 0 R/g)].map((x) => [x[1] ?? "", Number(x[2])]);
}

/** The text of a tree of names, which are in order. */
export function escribirNombres(pares: readonly Nombre[]): string {
  const enOrden = [...pares].sort(([a], [b]) => (a < b ? -1 : 1));
  return `/Names [${enOrden.map(([nombre, n]) => `(${nombre}) ${n} 0 R`).join(" ")}]`;
}
