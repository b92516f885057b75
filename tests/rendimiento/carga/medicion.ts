/** What a list of times says, in milliseconds with two decimals. */
export type Resumen = { n: number; p50: number; p95: number; p99: number; maximo: number };

export const redondear = (n: number, decimales = 2): number => Number(n.toFixed(decimales));

export function resumir(tiempos: readonly number[]): Resumen {
  const orden = [...tiempos].sort((a, b) => a - b);
  const en = (p: number) => redondear(orden[Math.min(orden.length - 1, Math.floor(orden.length * p))] ?? 0);
  return {
    n: orden.length,
    p50: en(0.5),
    p95: en(0.95),
    p99: en(0.99),
    maximo: redondear(orden.at(-1) ?? 0),
  };
}

export function mediana(valores: readonly number[]): number {
  const orden = [...valores].sort((a, b) => a - b);
  const medio = Math.floor(orden.length / 2);
  return orden.length % 2 === 1 ? (orden[medio] ?? 0) : ((orden[medio - 1] ?? 0) + (orden[medio] ?? 0)) / 2;
}

/** The value of `--nombre N` or `--nombre=N` in the arguments of the program. */
export function opcion(nombre: string, porDefecto: number): number {
  const llave = `--${nombre}`;
  const i = process.argv.findIndex((uno) => uno === llave || uno.startsWith(`${llave}=`));
  if (i < 0) return porDefecto;
  const valor = Number(process.argv[i]?.includes("=") ? process.argv[i]?.split("=")[1] : process.argv[i + 1]);
  return Number.isFinite(valor) && valor >= 0 ? valor : porDefecto;
}
