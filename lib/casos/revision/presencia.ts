import { anotarPresencia, presentes } from "@/lib/datos/repositorio/revision";
import { conActor } from "@/lib/datos/transaccion";
import { esDeLaRed } from "@/lib/flujo/permiso";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";
import { tomarEnvio } from "./comun";

/** Whoever was seen this long ago is still there: two heartbeats and a half. */
const VIGENCIA_MS = 50_000;

/** Says that one has a version open, and answers with the names of who else has. Only among people of the Red. */
export async function latir(
  ctx: Contexto,
  entrada: { readonly envio: string },
): Promise<Resultado<{ readonly otros: readonly string[] }>> {
  if (!esDeLaRed(ctx.actor)) return NO_ENCONTRADO;
  return conActor(ctx.actor, "revision.latir", async (tx) => {
    const tomado = await tomarEnvio(tx, ctx, entrada.envio, "revision.ver");
    if (!tomado.ok) return tomado;
    const { id: envioId, institucionId } = tomado.valor;
    const { usuarioId } = ctx.actor;
    await anotarPresencia(tx, { institucionId, envioId, usuarioId, vistaEn: ctx.ahora });
    const desde = new Date(ctx.ahora.getTime() - VIGENCIA_MS);
    const hasta = new Date(ctx.ahora.getTime() + VIGENCIA_MS);
    return exito({ otros: await presentes(tx, envioId, usuarioId, { desde, hasta }) });
  });
}
