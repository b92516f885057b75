import { fijarDesfase } from "@/lib/datos/repositorio/reloj";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { ahoraReal, esDemo } from "@/lib/sesion/reloj";

/**
 * Moves the demonstration's clock to an instant, or back to the true one (null). Impossible outside a demonstration.
 * In December there is something to review: a fictional institution has submitted its expediente by then.
 */
export async function fijarReloj({ instante }: { instante: Date | null }): Promise<Resultado<null>> {
  if (!esDemo()) return NO_ENCONTRADO;
  const desfase = instante === null ? 0 : instante.getTime() - ahoraReal().getTime();
  await conActor(SISTEMA, "demo.fijarReloj", (tx) => fijarDesfase(tx, desfase));
  if (instante !== null) {
    const { enviarExpedienteFicticio } = await import("@/prisma/semilla/enviado");
    await enviarExpedienteFicticio(instante);
  }
  return exito(null);
}
