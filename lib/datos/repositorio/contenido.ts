import { leerFecha } from "@/lib/expediente/fecha";
import type { Contenido } from "@/lib/expediente/formato";
import type { Lectura } from "./lectura";

/** Fields of a content that people type as numbers and as dates, whatever component they are in. */
const NUMEROS = new Set(["meta", "montoClp", "factor"]);
const FECHAS = new Set(["inicio", "termino"]);

/**
 * The content of an adjustment as the expediente carries it, from its row: the same shape, with the numbers that the
 * person typed read as numbers and the days as AAAA-MM-DD. What cannot be read is noted in `lectura` (numbers) or
 * stays as written (days of a period, which the format allows and PLAN-05 and AJU-02 judge).
 */
export function contenidoDeFila(
  fila: { readonly contenido: unknown },
  ruta: string,
  lectura: Lectura,
): Contenido | null {
  return leerValor(fila.contenido, "", ruta, lectura) as Contenido | null;
}

function leerValor(valor: unknown, llave: string, ruta: string, lectura: Lectura): unknown {
  if (Array.isArray(valor)) return valor.map((uno, i) => leerValor(uno, "", `${ruta}/${i}`, lectura));
  if (typeof valor === "object" && valor !== null) {
    const pares = Object.entries(valor).map(
      ([k, v]) => [k, leerValor(v, k, `${ruta}/${k}`, lectura)] as const,
    );
    return Object.fromEntries(pares.filter(([, v]) => v !== null && v !== undefined));
  }
  if (typeof valor !== "string") return valor;
  if (NUMEROS.has(llave)) return lectura.numero(valor, ruta);
  if (FECHAS.has(llave)) {
    const leida = leerFecha(valor);
    return leida.estado === "fecha" ? leida.valor : valor;
  }
  return valor;
}
