import { Temporal } from "temporal-polyfill";
import { leerDesfase } from "@/lib/datos/repositorio/reloj";
import { ZONA } from "@/lib/expediente/fecha";
import { ahoraCon, esDemo } from "@/lib/sesion/reloj";

/** Hour of continental Chile at which reminders and digests are written. */
export const HORA_DE_AVISOS = 8;

/** The platform's instant: the true one, or the demonstration's. */
export async function ahoraDePlataforma(): Promise<Date> {
  return ahoraCon(esDemo() ? await leerDesfase() : 0);
}

/** The last 08:00 of continental Chile at an instant, inclusive: what is gathered before it is due. */
export function ultimoCorte(ahora: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(ahora.getTime()).toZonedDateTimeISO(ZONA);
  const hoy = local.toPlainDate().toZonedDateTime({ timeZone: ZONA, plainTime: { hour: HORA_DE_AVISOS } });
  const corte =
    Temporal.ZonedDateTime.compare(hoy, local) <= 0
      ? hoy
      : local
          .toPlainDate()
          .subtract({ days: 1 })
          .toZonedDateTime({ timeZone: ZONA, plainTime: { hour: HORA_DE_AVISOS } });
  return new Date(corte.epochMilliseconds);
}
