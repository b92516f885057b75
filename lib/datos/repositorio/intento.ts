import type { Resultado } from "@/lib/flujo/resultado";
import type { Transaccion } from "../transaccion";

/**
 * Does a thing once for each key: a repetition gets the answer of the first time, and a repetition that comes while
 * the first is still going waits for it. Runs inside the transaction of the use case, so that the answer is
 * remembered exactly when the change is. A failure is not remembered: it may be tried again.
 *
 * Takes the transaction, the context (person, instant, key; without a key it just does it), the use case's name and
 * the work. The value must be JSON.
 */
export async function unaVez<T>(
  tx: Transaccion,
  ctx: { readonly actor: { readonly usuarioId: string }; readonly ahora: Date; readonly clave?: string },
  caso: string,
  trabajo: () => Promise<Resultado<T>>,
): Promise<Resultado<T>> {
  if (ctx.clave === undefined) return trabajo();
  // One person's key says nothing about another's.
  const clave = `${ctx.actor.usuarioId} ${caso} ${ctx.clave}`;
  const nueva = await tx.$executeRaw`
    INSERT INTO intento (clave, usuario_id, caso, resultado, creado_en)
    VALUES (${clave}, ${ctx.actor.usuarioId}::uuid, ${caso}, 'null', ${ctx.ahora}) ON CONFLICT (clave) DO NOTHING`;
  if (nueva === 0) {
    const anterior = await tx.intento.findUniqueOrThrow({ where: { clave }, select: { resultado: true } });
    return { ok: true, valor: (anterior.resultado as { valor: T }).valor };
  }
  const resultado = await trabajo();
  if (resultado.ok) {
    await tx.$executeRaw`UPDATE intento SET resultado = ${JSON.stringify({ valor: resultado.valor ?? null })}::jsonb WHERE clave = ${clave}`;
  } else {
    await tx.$executeRaw`DELETE FROM intento WHERE clave = ${clave}`;
  }
  return resultado;
}

/** What a person's earlier intent answered, by its key; null when there was none. */
export async function recordarIntento<T>(
  tx: Transaccion,
  ctx: { readonly actor: { readonly usuarioId: string } },
  caso: string,
  clave: string,
): Promise<T | null> {
  const fila = await tx.intento.findUnique({
    where: { clave: `${ctx.actor.usuarioId} ${caso} ${clave}` },
    select: { resultado: true },
  });
  return (fila?.resultado as { valor: T } | null | undefined)?.valor ?? null;
}
