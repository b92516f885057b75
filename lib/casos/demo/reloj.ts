import { fijarDesfase } from "@/lib/datos/repositorio/reloj";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { ahoraReal, esDemo } from "@/lib/sesion/reloj";

/** Moves the demonstration's clock to an instant, or back to the true one (null). Impossible outside a demonstration. */
export async function fijarReloj({ instante }: { instante: Date | null }): Promise<Resultado<null>> {
  if (!esDemo()) return NO_ENCONTRADO;
  const desfase = instante === null ? 0 : instante.getTime() - ahoraReal().getTime();
  await conActor(SISTEMA, "demo.fijarReloj", (tx) => fijarDesfase(tx, desfase));
  return exito(null);
}
