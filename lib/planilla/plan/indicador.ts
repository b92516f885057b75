import type { Indicador } from "@/lib/expediente/formato";
import { FACTORES, SENTIDOS } from "@/lib/guia/e3-2025/valores";
import type { ValorCelda } from "../libro/tipo";
import type { Registro } from "../registros";
import { lectorOpcion, leerNumero, leerTexto } from "../valor";
import type { HOJA_SATISFACCION } from "./estructura";

const leerSentido = lectorOpcion(SENTIDOS, {
  ascendente: ["Asc", "Creciente", "Mayor es mejor"],
  descendente: ["Desc", "Decreciente", "Menor es mejor"],
});

function leerFactor(valor: ValorCelda | undefined) {
  const leido = leerNumero(valor);
  if (leido.ok && (leido.valor === null || (FACTORES as readonly number[]).includes(leido.valor))) {
    return { ok: true as const, valor: leido.valor as Indicador["factor"] };
  }
  return { ok: false as const, esperado: "1 o 100" };
}

type ClaveIndicador = (typeof HOJA_SATISFACCION.columnas)[number]["clave"];

/** The indicator of a row: the same columns in both sheets of indicators. */
export function leerIndicador(
  r: Registro<ClaveIndicador> | Registro<ClaveIndicador | "actividad">,
  id: string,
): Indicador {
  const registro = r as Registro<ClaveIndicador>;
  return {
    id,
    nombre: registro.leer("nombre", leerTexto) ?? null,
    formula: registro.leer("formula", leerTexto) ?? null,
    factor: registro.leer("factor", leerFactor) ?? null,
    unidad: registro.leer("unidad", leerTexto) ?? null,
    sentido: registro.leer("sentido", leerSentido) ?? null,
    meta: registro.leer("meta", leerNumero) ?? null,
  };
}
