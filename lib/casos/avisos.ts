import { contarNoLeidas, listarNotificaciones, marcarLeidas } from "@/lib/datos/repositorio/notificacion";
import { conActor } from "@/lib/datos/transaccion";
import type { Actor } from "@/lib/flujo/actor";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "./contexto";

/** Notices shown: older ones are told by mail and by the trail. */
const CUANTOS = 100;

export type AvisoLeido = {
  readonly id: string;
  readonly texto: string;
  readonly enlace: string;
  readonly creadaEn: Date;
  readonly leidaEn: Date | null;
};

// A notice is the person's, whatever hat they wear: row-level security lets each one see their own.
const propio = (actor: Actor): Actor => ({ ...actor, alcance: [] });

/** How many notices a person has not read. */
export function contarAvisos({ actor }: { readonly actor: Contexto["actor"] }): Promise<number> {
  return conActor(propio(actor), "avisos.contar", (tx) => contarNoLeidas(tx, actor.usuarioId));
}

/** The person's last notices, the newest first. */
export async function leerAvisos({ actor }: Contexto): Promise<Resultado<readonly AvisoLeido[]>> {
  return exito(
    await conActor(propio(actor), "avisos.leer", (tx) => listarNotificaciones(tx, actor.usuarioId, CUANTOS), {
      soloLectura: true,
    }),
  );
}

/** Marks as read every notice of the person up to the newest they were shown. */
export function leerTodos(
  { actor, ahora }: Contexto,
  { hasta }: { readonly hasta: Date },
): Promise<Resultado<null>> {
  return conActor(propio(actor), "avisos.leerTodos", async (tx) => {
    await marcarLeidas(tx, actor.usuarioId, hasta, ahora);
    return exito(null);
  });
}
