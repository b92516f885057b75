import type { Tx } from "../transaccion";

/** Failed sign-ins since an instant: of the account after its last success, and of the origin. */
export type Fallidos = { readonly cuenta: number; readonly origen: number };

/** Counts the failed attempts that limits look at. Takes the e-mail as typed (normalized) and the client's address. */
export async function contarFallidos(tx: Tx, cuenta: string, origen: string, desde: Date): Promise<Fallidos> {
  const [fila] = await tx.$queryRaw<{ cuenta: bigint; origen: bigint }[]>`
    SELECT (SELECT count(*) FROM intento_ingreso WHERE cuenta = ${cuenta} AND instante > greatest(${desde},
              coalesce((SELECT max(instante) FROM intento_ingreso WHERE cuenta = ${cuenta} AND exito), ${desde})) AND NOT exito) AS cuenta,
           (SELECT count(*) FROM intento_ingreso WHERE origen = ${origen} AND instante > ${desde} AND NOT exito) AS origen`;
  return { cuenta: Number(fila?.cuenta ?? 0), origen: Number(fila?.origen ?? 0) };
}

/** Takes turns with other attempts on the same account until the end of the transaction: a burst is counted one by one. */
export async function tomarTurno(tx: Tx, cuenta: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`ingreso ${cuenta}`}, 0))`;
}

/** Notes one attempt. */
export async function anotarIntento(
  tx: Tx,
  intento: { cuenta: string; origen: string; instante: Date; exito: boolean },
): Promise<void> {
  await tx.intentoIngreso.create({ data: intento, select: { id: true } });
}
