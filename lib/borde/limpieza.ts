import { Temporal } from "temporal-polyfill";
import { almacenArchivos } from "@/lib/archivos/configuracion";
import { limpiarArchivos } from "@/lib/casos/archivo/limpiar";
import { ZONA } from "@/lib/expediente/fecha";
import { anotarError, registro } from "./registro";

const HORA = Temporal.PlainTime.from("03:30");

/** The next half past three in the morning of continental Chile after an instant. */
export function proximaLimpieza(ahora: Date): Date {
  const aqui = Temporal.Instant.fromEpochMilliseconds(ahora.getTime()).toZonedDateTimeISO(ZONA);
  const hoy = aqui.withPlainTime(HORA);
  const proxima = Temporal.ZonedDateTime.compare(hoy, aqui) > 0 ? hoy : hoy.add({ days: 1 });
  return new Date(proxima.epochMilliseconds);
}

/**
 * Cleans the file store every night while the process lives. Every node may: they take turns.
 * Returns how to stop, letting what is under way end.
 */
export function iniciarLimpieza(): () => Promise<void> {
  let reloj: NodeJS.Timeout | undefined;
  let enMarcha: Promise<void> = Promise.resolve();
  let detenida = false;

  const limpiar = async () => {
    const desde = performance.now();
    try {
      const limpieza = await limpiarArchivos(almacenArchivos(), new Date());
      const ms = Math.round(performance.now() - desde);
      registro.info({ trabajo: "limpiar_archivos", ...limpieza, ms }, "trabajo");
    } catch (error) {
      anotarError(error, { puerta: "trabajos", trabajo: "limpiar_archivos" });
    }
    if (!detenida) programar();
  };
  const programar = () => {
    const espera = proximaLimpieza(new Date()).getTime() - Date.now();
    reloj = setTimeout(() => {
      enMarcha = limpiar();
    }, espera).unref();
  };
  programar();
  return async () => {
    detenida = true;
    clearTimeout(reloj);
    await enMarcha;
  };
}
