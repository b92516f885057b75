import { anotarLecturas } from "@/lib/datos/repositorio/lecturaValidador";
import { conActor } from "@/lib/datos/transaccion";
import type { Contexto } from "../contexto";
import { tomarEnvio } from "../revision/comun";

/** Longer addresses are cut: what follows adds nothing to what was read. */
const LARGO_DIRECCION = 300;

/**
 * Writes down a reading of an external validator before it is answered: if it cannot be written, nothing is read.
 * Anybody else reads without leaving a row. Called by the door (lib/borde), so that no page or download escapes it.
 * @param que address asked for, from the root
 * @param instituciones ids of what it tells about
 */
export async function anotarLectura(
  { actor, ahora }: Contexto,
  que: string,
  instituciones: readonly string[],
): Promise<void> {
  if (actor.rol !== "validador_externo" || instituciones.length === 0) return;
  await conActor(actor, "validador.leer", (tx) =>
    anotarLecturas(
      tx,
      instituciones.map((institucionId) => ({
        institucionId,
        usuarioId: actor.usuarioId,
        que: que.slice(0, LARGO_DIRECCION),
        leidaEn: ahora,
      })),
    ),
  );
}

/**
 * Ids of the institutions that a version tells a validator about: its own, or none when it is not shown to them.
 * None for anybody else, whose readings leave no row: it costs them nothing.
 */
export async function deQuienEs(
  ctx: Contexto,
  { envio }: { readonly envio: string },
): Promise<readonly string[]> {
  if (ctx.actor.rol !== "validador_externo") return [];
  return conActor(
    ctx.actor,
    "validador.deQuien",
    async (tx) => {
      const tomado = await tomarEnvio(tx, ctx, envio, "revision.ver");
      return tomado.ok ? [tomado.valor.institucionId] : [];
    },
    { soloLectura: true },
  );
}
