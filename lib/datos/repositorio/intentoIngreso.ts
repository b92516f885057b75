import type { Transaccion } from "../transaccion";

/**
 * Failed sign-ins since an instant: of the account after its last success, and of the origin. `conocida`: the account has
 * signed in from that origin before; then only what failed from there counts, so that nobody else, from anywhere, keeps
 * out whoever usually comes from there.
 */
export type Fallidos = { readonly cuenta: number; readonly origen: number; readonly conocida: boolean };

/** Counts the failed attempts that limits look at. Takes the e-mail as typed (normalized) and the client's address. */
export async function contarFallidos(
  tx: Transaccion,
  cuenta: string,
  origen: string,
  desde: Date,
): Promise<Fallidos> {
  const [fila] = await tx.$queryRaw<{ cuenta: bigint; origen: bigint; conocida: boolean }[]>`
    WITH suya AS (SELECT EXISTS (SELECT FROM intento_ingreso WHERE cuenta = ${cuenta} AND origen = ${origen} AND exito) AS conocida)
    SELECT (SELECT count(*) FROM intento_ingreso WHERE cuenta = ${cuenta} AND (origen = ${origen} OR NOT conocida) AND instante > greatest(${desde},
              coalesce((SELECT max(instante) FROM intento_ingreso WHERE cuenta = ${cuenta} AND exito), ${desde})) AND NOT exito) AS cuenta,
           (SELECT count(*) FROM intento_ingreso WHERE origen = ${origen} AND instante > ${desde} AND NOT exito) AS origen,
           conocida
    FROM suya`;
  return {
    cuenta: Number(fila?.cuenta ?? 0),
    origen: Number(fila?.origen ?? 0),
    conocida: fila?.conocida ?? false,
  };
}

/** Takes turns with other attempts on the same account until the end of the transaction: a burst is counted one by one. */
export async function tomarTurno(tx: Transaccion, cuenta: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`ingreso ${cuenta}`}, 0))`;
}

/** Notes an attempt as failed, which it is until confirmed. Returns its number. */
export async function anotarIntento(
  tx: Transaccion,
  intento: { cuenta: string; origen: string; instante: Date },
): Promise<bigint> {
  const { id } = await tx.intentoIngreso.create({ data: { ...intento, exito: false }, select: { id: true } });
  return id;
}

/** Confirms that an attempt was right. */
export async function confirmarIntento(tx: Transaccion, id: bigint): Promise<void> {
  await tx.intentoIngreso.update({ where: { id }, data: { exito: true }, select: { id: true } });
}
