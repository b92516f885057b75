import { CERROJO_RESPALDO } from "../respaldo/esquema";
import type { Transaccion } from "../transaccion";

/** Takes the files for this transaction; false when a backup or another clean-up has them. */
export async function tomarTurnoDeLimpieza(tx: Transaccion): Promise<boolean> {
  const [fila] = await tx.$queryRaw<{ mio: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${CERROJO_RESPALDO}::bigint) AS mio`;
  return fila?.mio ?? false;
}

/** Of these contents, those that some row names, whatever its institution. */
export async function nombradosDe(
  tx: Transaccion,
  contenidos: readonly string[],
): Promise<ReadonlySet<string>> {
  const filas = await tx.archivo.findMany({
    where: { sha256: { in: [...contenidos] } },
    distinct: ["sha256"],
    select: { sha256: true },
  });
  return new Set(filas.map(({ sha256 }) => sha256));
}
