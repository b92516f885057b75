import { anularInvitacion, buscarPendiente, type Invitacion } from "@/lib/datos/repositorio/invitacion";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import type { InstitucionRef } from "@/lib/flujo/actor";
import { puede, puedeOtorgar, ROLES } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";
import { invitar } from "./invitar";

type Cual = { readonly invitacion: string };

/** An invitation without answer that the person may handle: of the institution (null: the Red), to a function they give. */
async function abrir(
  tx: Transaccion,
  { actor }: Contexto,
  institucion: Pick<InstitucionRef, "id"> | null,
  { invitacion }: Cual,
): Promise<Resultado<Invitacion>> {
  const pendiente = await buscarPendiente(tx, invitacion, institucion?.id ?? null);
  if (!pendiente) return NO_ENCONTRADO;
  if (!puedeOtorgar(actor.rol, pendiente.rol)) {
    const funcion = ROLES[pendiente.rol].nombre.toLowerCase();
    return fallar("rol_no_permitido", `Con su función no puede invitar a alguien como ${funcion}.`);
  }
  return exito(pendiente);
}

/** Cancels an invitation nobody has used. Its link stops working. */
export async function anular(
  ctx: Contexto,
  institucion: Pick<InstitucionRef, "id"> | null,
  cual: Cual,
): Promise<Resultado<null>> {
  if (!puede(ctx.actor, "persona.invitar", institucion?.id)) return NO_ENCONTRADO;
  return conActor(ctx.actor, "persona.anularInvitacion", async (tx) => {
    const abierta = await abrir(tx, ctx, institucion, cual);
    if (!abierta.ok) return abierta;
    const anulada = await anularInvitacion(tx, abierta.valor.id, institucion?.id ?? null, ctx.ahora);
    return anulada ? exito(null) : NO_ENCONTRADO;
  });
}

/**
 * Sends an invitation again, expired or not: a new link that lasts as long as the first did; the earlier one stops
 * working. Fails as `invitar` does.
 */
export async function reenviar(
  ctx: Contexto,
  institucion: InstitucionRef | null,
  cual: Cual,
): Promise<Resultado<{ correo: string }>> {
  if (!puede(ctx.actor, "persona.invitar", institucion?.id)) return NO_ENCONTRADO;
  const abierta = await conActor(ctx.actor, "persona.reenviar", (tx) => abrir(tx, ctx, institucion, cual), {
    soloLectura: true,
  });
  if (!abierta.ok) return abierta;
  const { correo, nombre, rol, cargo, area, preside } = abierta.valor;
  return invitar(ctx, institucion, { correo, nombre, rol, cargo, area, preside });
}
