import type { Leidas, Tramo } from "@/lib/datos/repositorio/tramo";

/** One page of a list. */
export type Pagina<F> = Leidas<F> & { readonly pagina: number; readonly paginas: number };

/** The page `pagina` (from 1) of a list read by stretches, or its last one when there are not so many. */
export async function leerPagina<F>(
  pagina: number,
  porPagina: number,
  leer: (tramo: Tramo) => Promise<Leidas<F>>,
): Promise<Pagina<F>> {
  const leerLa = (cual: number) => leer({ desde: (cual - 1) * porPagina, cuantas: porPagina });
  const cuantas = (total: number) => Math.max(1, Math.ceil(total / porPagina));
  const pedida = await leerLa(pagina);
  if (pedida.filas.length > 0 || pagina === 1) return { ...pedida, pagina, paginas: cuantas(pedida.total) };
  // Past the end no row says how many there are.
  const primera = await leerLa(1);
  const paginas = cuantas(primera.total);
  return { ...(paginas === 1 ? primera : await leerLa(paginas)), pagina: paginas, paginas };
}
