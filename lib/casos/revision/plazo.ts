import { Temporal } from "temporal-polyfill";
import type { EnvioDeRevision } from "@/lib/datos/repositorio/revision";
import type { Transaccion } from "@/lib/datos/transaccion";
import { diaEnChile, leerFecha, mostrarInstante, ZONA } from "@/lib/expediente/fecha";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import { hastaCuandoSeResponde } from "@/lib/flujo/ronda";
import { ultimoInstanteParaEnviar, ventanaDeEnvio } from "../envio/plazo";

/** Days given to answer, unless the reviewer says otherwise. */
const DIAS_PROPUESTOS = 10;

/** The last instant of a day of continental Chile. */
function finDelDia(dia: Temporal.PlainDate): Date {
  const local = dia.toPlainDateTime({ hour: 23, minute: 59, second: 59, millisecond: 999 });
  return new Date(local.toZonedDateTime(ZONA).epochMilliseconds);
}

/**
 * The last instant at which a version returned now may be answered: in the final round, that of the submission with the
 * institution's extension; in a preliminary one, the close of the round, and null once it closed.
 */
export async function limiteParaResponder(
  tx: Transaccion,
  envio: EnvioDeRevision,
  ahora: Date,
): Promise<Date | null> {
  if (envio.ronda) return hastaCuandoSeResponde(envio, ahora);
  return ultimoInstanteParaEnviar(await ventanaDeEnvio(tx, envio.institucionId, envio.ejercicio));
}

/** The day proposed for answering, as aaaa-mm-dd: in ten days, or the last one there is. */
export function diaPropuesto(ahora: Date, limite: Date | null): string {
  if (limite === null) return "";
  const propuesto = Temporal.PlainDate.from(diaEnChile(ahora)).add({ days: DIAS_PROPUESTOS }).toString();
  const ultimo = diaEnChile(limite);
  return ultimo < propuesto && ultimo >= diaEnChile(ahora) ? ultimo : propuesto;
}

/** The last instant of a day as typed, after now and not beyond the limit; else why not and the remedy. */
export function leerPlazo(texto: string, ahora: Date, limite: Date): Resultado<Date> {
  const mal = (mensaje: string) => fallar("entrada_invalida", mensaje, { dia: mensaje });
  const fecha = leerFecha(texto);
  if (fecha.estado !== "fecha")
    return mal("Escriba el último día para responder como día/mes/año; por ejemplo 15/08/2025.");
  const hasta = finDelDia(Temporal.PlainDate.from(fecha.valor));
  if (hasta <= ahora) return mal("El plazo para responder tiene que terminar en el futuro.");
  if (hasta > limite)
    return mal(
      `No puede pasar del cierre del envío (${mostrarInstante(limite)}). Para dar más tiempo, pida a la Coordinación una prórroga de la institución.`,
    );
  return exito(hasta);
}
