import {
  contarNoLeidas,
  listarNotificaciones,
  marcarLeida,
  marcarLeidas,
} from "@/lib/datos/repositorio/notificacion";
import { conActor } from "@/lib/datos/transaccion";
import type { Actor } from "@/lib/flujo/actor";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "./contexto";

/** Notices shown of each: older ones were told by mail. */
const CUANTOS = 100;

export type AvisoLeido = {
  readonly id: string;
  readonly tipo: string;
  readonly texto: string;
  readonly enlace: string;
  readonly creadaEn: Date;
  readonly leidaEn: Date | null;
};

// A notice is the person's, whatever hat they wear: row-level security lets each one see their own.
const propio = (actor: Actor): Actor => ({ ...actor, alcance: [] });

/** How many notices a person has not read. */
export function contarAvisos({ actor }: { readonly actor: Contexto["actor"] }): Promise<number> {
  return contarNoLeidas(propio(actor));
}

/** The person's last notices: those not read and those read, each the newest first. */
export type AvisosLeidos = {
  readonly sinLeer: readonly AvisoLeido[];
  readonly leidos: readonly AvisoLeido[];
};

/** What the person has been told. */
export async function leerAvisos({ actor }: Contexto): Promise<Resultado<AvisosLeidos>> {
  const { usuarioId } = actor;
  return exito(
    await conActor(
      propio(actor),
      "avisos.leer",
      async (tx) => ({
        sinLeer: await listarNotificaciones(tx, usuarioId, false, CUANTOS),
        leidos: await listarNotificaciones(tx, usuarioId, true, CUANTOS),
      }),
      { soloLectura: true },
    ),
  );
}

/** Marks one notice of the person as read. Returns where it leads; `no_encontrado` when it is not theirs. */
export function leerUno(
  { actor, ahora }: Contexto,
  { aviso }: { readonly aviso: string },
): Promise<Resultado<{ readonly enlace: string }>> {
  return conActor(propio(actor), "avisos.leerUno", async (tx) => {
    const enlace = await marcarLeida(tx, actor.usuarioId, aviso, ahora);
    return enlace === null ? NO_ENCONTRADO : exito({ enlace });
  });
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
