import { type CorreoListado, listarCorreos } from "@/lib/datos/repositorio/correo";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { esDemo } from "@/lib/sesion/reloj";

export type { CorreoListado };

/** The last mails of the demonstration's outbox. Impossible outside one: they carry links that open accounts. */
export async function leerBandeja(): Promise<Resultado<readonly CorreoListado[]>> {
  if (!esDemo()) return NO_ENCONTRADO;
  return exito(
    await conActor(SISTEMA, "demo.bandeja", (tx) => listarCorreos(tx, 100), { soloLectura: true }),
  );
}
