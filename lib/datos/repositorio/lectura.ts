import { medir } from "@/lib/expediente/calculo";
import { esFecha } from "@/lib/expediente/fecha";
import type { Indicador } from "@/lib/expediente/formato";

/**
 * Reads numbers and dates that a person may have left unreadable: the expediente gets what can be read, and the rest
 * is kept by its pointer, so that the fault of that place can quote what was written.
 */
export class Lectura {
  readonly ilegibles = new Map<string, string>();

  /** A number kept in its canonical form; null (and noted) when it is anything else. */
  numero(texto: string | null, ruta: string): number | null {
    if (texto === null || texto.trim() === "") return null;
    const valor = Number(texto);
    // Only the shortest form of ECMAScript: a text with more digits than a number holds would be read as another.
    if (Number.isFinite(valor) && String(valor) === texto) return valor;
    this.ilegibles.set(ruta, texto);
    return null;
  }

  /** A day kept as AAAA-MM-DD; null (and noted) when it is anything else. */
  fecha(texto: string | null, ruta: string): string | null {
    if (texto === null || texto.trim() === "") return null;
    if (esFecha(texto)) return texto;
    this.ilegibles.set(ruta, texto);
    return null;
  }
}

/** Whether an indicator reaches its target with these numbers; null while it cannot be said. */
export function alcanza(
  indicador: Indicador,
  numerador: number | null,
  denominador: number | null,
): boolean | null {
  return medir(indicador, numerador, denominador)?.alcanzada ?? null;
}
