import type { Resultado } from "@/lib/flujo/resultado";
import type { Transaccion } from "../transaccion";

/** What is kept of an intent that was done. */
type Hecho<T> = {
  readonly valor: T;
  /** `huellaEntrada` of the context. Absent in those kept before it was: any content is then theirs. */
  readonly entrada?: string;
};

/**
 * Does a thing once for each key: a repetition gets the answer of the first time, and a repetition that comes while
 * the first is still going waits for it. The same key with other content is another intent: whoever did not hear that
 * the first was done may have gone on writing, and what they wrote is not to be taken for done. Runs inside the
 * transaction of the use case, so that the answer is remembered exactly when the change is. A failure is not
 * remembered: it may be tried again.
 *
 * Takes the transaction, the context (person, instant, key and digest of what came with it; without a key it just does
 * it), the use case's name and the work. The value must be JSON.
 */
export async function unaVez<T>(
  tx: Transaccion,
  ctx: {
    readonly actor: { readonly usuarioId: string };
    readonly ahora: Date;
    readonly clave?: string;
    readonly huellaEntrada?: string;
  },
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
    const [anterior] = await tx.$queryRaw<{ resultado: Hecho<T> }[]>`
      SELECT resultado FROM intento WHERE clave = ${clave} FOR UPDATE`;
    const { valor, entrada } = (anterior as { resultado: Hecho<T> }).resultado;
    if (entrada === undefined || entrada === ctx.huellaEntrada) return { ok: true, valor };
  }
  const resultado = await trabajo();
  if (resultado.ok) {
    const hecho = { valor: resultado.valor ?? null, entrada: ctx.huellaEntrada };
    await tx.$executeRaw`UPDATE intento SET resultado = ${JSON.stringify(hecho)}::jsonb WHERE clave = ${clave}`;
  } else if (nueva > 0) {
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
  return (fila?.resultado as Hecho<T> | null | undefined)?.valor ?? null;
}
