import { actualizarResumen } from "@/lib/datos/repositorio/resumen";
import {
  ejercicioDelTablero,
  leerTablero as leerFilas,
  type TableroLeido,
} from "@/lib/datos/repositorio/tablero";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO } from "@/lib/flujo/resultado";
import type { Dimension, FiltroTablero } from "@/lib/flujo/tablero";
import type { Contexto } from "../contexto";

export type PedidoTablero = {
  readonly filtro: FiltroTablero;
  /** How the counts are split. */
  readonly por: Dimension;
  /** Page of the table, from 1; past the end, the last. */
  readonly pagina: number;
};

/** Institutions on a page of the board. */
export const POR_PAGINA = 25;

export const SIN_EJERCICIO = fallar(
  "sin_ejercicio",
  "No hay un ejercicio anual. Créelo en «Ejercicios» para empezar.",
);

/**
 * The board of the exercise in course: counts, burn-up and one page of institutions, of those within reach that pass
 * the filters, with every change committed until now. Fails: `no_encontrado`, `sin_ejercicio`.
 */
export async function leerTablero({ actor, ahora }: Contexto, { filtro, por, pagina }: PedidoTablero) {
  if (!puede(actor, "tablero.ver")) return NO_ENCONTRADO;
  const [ejercicio] = await Promise.all([ejercicioDelTablero(actor, ahora), actualizarResumen()]);
  if (!ejercicio) return SIN_EJERCICIO;
  const leer = (n: number): Promise<TableroLeido> =>
    leerFilas(actor, {
      ejercicioId: ejercicio.id,
      filtro,
      por,
      ahora,
      desde: (n - 1) * POR_PAGINA,
      cuantas: POR_PAGINA,
    });
  const primera = await leer(pagina);
  const paginas = Math.max(1, Math.ceil(primera.total.instituciones / POR_PAGINA));
  const actual = Math.min(pagina, paginas);
  const tablero = actual === pagina ? primera : await leer(actual);
  return exito({ ejercicio, tablero, pagina: actual, paginas });
}
