import type { Contenido } from "@/lib/expediente/formato";
import type { Lectura } from "./lectura";

/** Fields of a content that people type as numbers, whatever component they are in. */
const NUMEROS = new Set(["meta", "montoClp"]);

/**
 * The content of an adjustment as the expediente carries it, from its row: the same shape. A number kept as a text
 * is one that cannot be read: it is noted in `lectura` and left out. The days of a period stay as written, which the
 * format allows and PLAN-05 and AJU-02 judge.
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
  return valor;
}
