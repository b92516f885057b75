import { parseArgs } from "node:util";
import { leerInstanteChile } from "@/lib/borde/instante";
import { ErrorDatos } from "@/lib/datos/errorDatos";
import { fijarDesfase } from "@/lib/datos/repositorio/reloj";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { enviarExpedienteFicticio } from "@/prisma/semilla/enviado";

/**
 * Reads `--fecha "dd/mm/aaaa hh:mm"` (hour of continental Chile; 09:00 without one) of the demonstration's command.
 * @returns the instant, or null without the option
 * @throws ErrorDatos when it is not a date
 */
export function fechaPedida(argumentos: readonly string[]): Date | null {
  const { values } = parseArgs({
    args: [...argumentos],
    options: { fecha: { type: "string" } },
    strict: false,
  });
  if (values.fecha === undefined) return null;
  const [dia = "", hora = "09:00"] = String(values.fecha).trim().split(/[ T]+/);
  const instante = leerInstanteChile(dia, hora);
  if (instante) return instante;
  throw new ErrorDatos(
    "configuracion",
    `No se entiende la fecha «${values.fecha}». Escríbala así: npm run demo -- --fecha "30/06/2025 23:50"`,
  );
}

/**
 * Sets the demonstration's clock so that it is that instant now, with what has happened by then (see `fijarReloj`).
 * The environment must be that of the application: files go to its store, and mails carry its address.
 */
export async function ponerFechaDemo(instante: Date, ahora: Date): Promise<void> {
  await conActor(SISTEMA, "demo.fijarReloj", (tx) => fijarDesfase(tx, instante.getTime() - ahora.getTime()));
  await enviarExpedienteFicticio(instante);
}
