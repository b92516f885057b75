import type { Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { reautenticar } from "../sesion/perfil";

/**
 * Does something that needs a recent proof of identity, taking the password if the person wrote it. A wrong password is
 * said under the field `clave`, counted as a failed attempt, and nothing else is done.
 * @param origen address of the client, for the limit of attempts.
 */
export async function conIdentidad<T>(
  ctx: ContextoInstitucion,
  clave: string | undefined,
  origen: string,
  hacer: (ctx: ContextoInstitucion) => Promise<Resultado<T>>,
): Promise<Resultado<T>> {
  if (!clave) return hacer(ctx);
  const probada = await reautenticar(ctx, { clave }, origen);
  if (!probada.ok) return probada;
  return hacer({ ...ctx, actor: { ...ctx.actor, autenticadaEn: ctx.ahora } });
}
