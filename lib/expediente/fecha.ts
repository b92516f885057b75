import { Temporal } from "temporal-polyfill";
import { esFecha, esInstante } from "@/lib/guia/e3-2025/dia";

/** Days and instants: days are AAAA-MM-DD texts that sort as themselves; instants are compared exactly, whatever their zone. */

export { type LecturaFecha, leerFecha, mostrarFecha } from "./dia";
export { esFecha, esInstante };

export const ZONA = "America/Santiago";

/** An instant (ISO text or Date) as "30/06/2025, 23:59", hour of continental Chile. Texts that are not instants come back as they are. */
export function mostrarInstante(instante: string | Date): string {
  const texto = typeof instante === "string" ? instante.trim() : instante.toISOString();
  if (!esInstante(texto)) return texto;
  const { segundos } = posicion(texto);
  const local = Temporal.Instant.fromEpochMilliseconds(segundos * 1000).toZonedDateTimeISO(ZONA);
  const dos = (numero: number) => String(numero).padStart(2, "0");
  return `${dos(local.day)}/${dos(local.month)}/${local.year}, ${dos(local.hour)}:${dos(local.minute)}`;
}

/** The day it is in continental Chile at an instant, AAAA-MM-DD. */
export function diaEnChile(instante: string | Date): string {
  const ms = typeof instante === "string" ? posicion(instante).segundos * 1000 : instante.getTime();
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONA).toPlainDate().toString();
}

interface Posicion {
  readonly segundos: number;
  /** Digits after the decimal point of the seconds, without trailing zeros. */
  readonly fraccion: string;
}

const SEGUNDOS_400_ANIOS = 146_097 * 86_400;

/** Where an instant stands on the line of time. Takes a text that passes `esInstante`. */
function posicion(instante: string): Posicion {
  const partes =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d):(\d\d))$/.exec(instante);
  if (!partes) throw new RangeError(`Not an instant: ${instante}`);
  const n = (indice: number) => Number(partes[indice] ?? 0);
  // Date.UTC reads years 0–99 as 1900–1999: a whole Gregorian cycle away, it reads every year as written.
  const local = Date.UTC(n(1) + 400, n(2) - 1, n(3), n(4), n(5), n(6)) / 1000 - SEGUNDOS_400_ANIOS;
  const desfase = (n(9) * 60 + n(10)) * 60 * (partes[8] === "-" ? -1 : 1);
  return { segundos: local - desfase, fraccion: (partes[7] ?? "").replace(/0+$/, "") };
}

/** Negative, zero or positive as `a` is before, at or after `b`, to the last digit of their seconds. */
export function compararInstantes(a: string, b: string): number {
  const [pa, pb] = [posicion(a.trim()), posicion(b.trim())];
  if (pa.segundos !== pb.segundos) return pa.segundos - pb.segundos;
  if (pa.fraccion === pb.fraccion) return 0;
  return pa.fraccion < pb.fraccion ? -1 : 1;
}

/** The first instant of a day in continental Chile, in UTC. Takes AAAA-MM-DD. */
export function inicioDelDia(fecha: string): string {
  return Temporal.PlainDate.from(fecha).toZonedDateTime(ZONA).toInstant().toString();
}
