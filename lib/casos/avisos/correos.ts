import {
  type CorreoPendiente,
  contarCorreos,
  type EstadoCorreo,
  listarPendientes,
  reintentarCorreo,
} from "@/lib/datos/repositorio/correo";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";

const CUANTOS = 200;

/** How the outbox stands: how many mails of each, and those that have not left, with why. Never their text. */
export type CorreosLeidos = {
  readonly cuenta: Readonly<Record<EstadoCorreo, number>>;
  readonly pendientes: readonly CorreoPendiente[];
};

/** The outbox, for the coordination and administrators. */
export async function leerCorreos({ actor }: Contexto): Promise<Resultado<CorreosLeidos>> {
  if (!puede(actor, "red.administrar")) return NO_ENCONTRADO;
  return exito(
    await conActor(
      actor,
      "correo.listar",
      async (tx) => ({ cuenta: await contarCorreos(tx), pendientes: await listarPendientes(tx, CUANTOS) }),
      { soloLectura: true },
    ),
  );
}

/** Tries a mail now. One of which nobody knows whether it left may arrive twice: a person decides it. */
export async function reintentar(
  { actor }: Contexto,
  { correo }: { readonly correo: string },
): Promise<Resultado<null>> {
  if (!puede(actor, "red.administrar")) return NO_ENCONTRADO;
  return conActor(actor, "correo.reintentar", async (tx) =>
    (await reintentarCorreo(tx, correo))
      ? exito(null)
      : fallar("conflicto_version", "Ese mensaje ya salió o se está enviando ahora. Recargue la página."),
  );
}
