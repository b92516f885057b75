import { z } from "zod";

/** What the addresses of lists carry. What cannot be read in one is as if it were not there. */

/** What a person looks for in a list. */
export const textoBuscado = z.string().trim().max(200).catch("");

/** A page of a list, from 1. */
export const numeroDePagina = z.coerce.number().int().min(1).max(100_000).catch(1);

/** The search of a page with one list; `.extend` it with what else the page is asked. */
export const busquedaDeLista = z.object({ texto: textoBuscado, pagina: numeroDePagina });

/** The address of a page of a list. What is by default (nothing looked for, the first page) is left out. */
export function hrefDeLista(ruta: string, busqueda: Readonly<Record<string, string | number>>): string {
  const dichos = Object.entries(busqueda).filter(([, valor]) => valor !== "" && valor !== 1);
  const partes = new URLSearchParams(dichos.map(([nombre, valor]) => [nombre, String(valor)]));
  return partes.size > 0 ? `${ruta}?${partes}` : ruta;
}
