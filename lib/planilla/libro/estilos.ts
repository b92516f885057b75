import type { Oyente } from "./xml";

/** How a number is shown, which decides what it means: a plain number, a day, or a percentage. */
export type Forma = "numero" | "fecha" | "porcentaje";

const FECHAS_INTEGRADAS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Built-in formats that only some languages use, all of them dates (ECMA-376, 18.8.30). */
const esFechaRegional = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** What a custom format shows, leaving aside its quoted texts, escapes, colours and locales. */
export function formaDeFormato(codigo: string): Forma {
  const limpio = codigo
    .replace(/"[^"]*"/g, "")
    .replace(/\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  if (/general/i.test(limpio)) return "numero";
  if (/[dmyhs]/i.test(limpio) && !/[0#?]\s*[eE][+-]/.test(limpio)) return "fecha";
  return limpio.includes("%") ? "porcentaje" : "numero";
}

/** Listens to styles.xml and leaves, by index of `cellXfs`, the form of the numbers. */
export class LectorEstilos implements Oyente {
  readonly formas: Forma[] = [];
  private readonly propios = new Map<number, Forma>();
  private dentro = false;

  abre(nombre: string, a: Readonly<Record<string, string>>): void {
    if (nombre === "numFmt") this.propios.set(Number(a.numFmtId), formaDeFormato(a.formatCode ?? ""));
    else if (nombre === "cellXfs") this.dentro = true;
    else if (nombre === "xf" && this.dentro) this.formas.push(this.forma(Number(a.numFmtId ?? 0)));
  }

  cierra(nombre: string): void {
    if (nombre === "cellXfs") this.dentro = false;
  }

  texto(): void {}

  private forma(id: number): Forma {
    const propia = this.propios.get(id);
    if (propia) return propia;
    if (FECHAS_INTEGRADAS.has(id) || esFechaRegional(id)) return "fecha";
    return id === 9 || id === 10 ? "porcentaje" : "numero";
  }
}

const DIA = 86_400_000;
const BASE_1900 = Date.UTC(1899, 11, 30);
const BASE_1904 = Date.UTC(1904, 0, 1);

/**
 * The day (and time) of a serial number; null when no calendar day has that serial.
 * In the 1900 system serials before 61 are one day ahead, because Excel believes in 29 February 1900.
 */
export function deSerial(serial: number, sistema1904: boolean): { fecha: string; hora?: string } | null {
  const minimo = sistema1904 ? 0 : 1;
  if (!(serial >= minimo) || serial >= 2_958_466) return null;
  const corrido = !sistema1904 && serial < 60 ? serial + 1 : serial;
  const segundos = Math.round((corrido - Math.floor(corrido)) * 86_400);
  const ms = (sistema1904 ? BASE_1904 : BASE_1900) + Math.floor(corrido) * DIA + segundos * 1000;
  const iso = new Date(ms).toISOString();
  const hora = iso.slice(11, 19);
  return hora === "00:00:00" ? { fecha: iso.slice(0, 10) } : { fecha: iso.slice(0, 10), hora };
}
