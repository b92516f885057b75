import { Temporal } from "temporal-polyfill";
import { z } from "zod";

const ZONA = "America/Santiago";

/**
 * Reads a day (dd/mm/aaaa) and an hour (hh:mm, 24 hours) of continental Chile. An hour that the change of time skips
 * moves forward; one that it repeats is the first of the two.
 * @returns the instant, or null when they are not a date and an hour
 */
export function leerInstanteChile(fecha: string, hora: string): Date | null {
  const dia = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(fecha.trim());
  const reloj = /^(\d{1,2}):(\d{2})$/.exec(hora.trim());
  if (!dia || !reloj) return null;
  try {
    const local = Temporal.PlainDateTime.from(
      {
        year: Number(dia[3]),
        month: Number(dia[2]),
        day: Number(dia[1]),
        hour: Number(reloj[1]),
        minute: Number(reloj[2]),
      },
      { overflow: "reject" },
    );
    return new Date(local.toZonedDateTime(ZONA, { disambiguation: "compatible" }).epochMilliseconds);
  } catch {
    return null;
  }
}

/** Schema of two fields, `nombreFecha` and `nombreHora`, as one instant; the fault goes to the date's field. */
export function conInstante(fecha: unknown, hora: unknown, campo: string, ctx: z.RefinementCtx): Date {
  const leido = leerInstanteChile(String(fecha ?? ""), String(hora ?? ""));
  if (leido) return leido;
  ctx.addIssue({
    code: "custom",
    path: [campo],
    message: "Escriba la fecha como dd/mm/aaaa y la hora como hh:mm, por ejemplo 30/06/2025 y 23:59.",
  });
  return z.NEVER;
}
