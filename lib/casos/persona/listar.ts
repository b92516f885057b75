import { type Invitacion, listarPendientes } from "@/lib/datos/repositorio/invitacion";
import { type Integrante, listarIntegrantes } from "@/lib/datos/repositorio/membresia";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";

export type Personas = {
  readonly integrantes: readonly Integrante[];
  /** Empty for those who cannot invite: an invitation is between who invites and who is invited. */
  readonly invitaciones: readonly Invitacion[];
};

/** People with a function in an institution (null: the Red), and who has been invited. */
export async function listarPersonas(
  ctx: Contexto,
  institucionId: string | null,
): Promise<Resultado<Personas>> {
  const invita = puede(ctx.actor, "persona.invitar", institucionId ?? undefined);
  return conActor(ctx.actor, "persona.listar", async (tx) =>
    exito({
      integrantes: await listarIntegrantes(tx, institucionId),
      invitaciones: invita ? await listarPendientes(tx, institucionId) : [],
    }),
  );
}
