import { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";

/**
 * Condition that a column names somebody who may review now: with the function in force and the account active. A pair
 * keeps whom it named until the coordination names another.
 * As an array, and not as a join: the planner cannot tell how few they are, and would read every person of the platform.
 */
export const revisaAhora = (columna: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${columna} = ANY (ARRAY (SELECT revisores_vigentes()))`;

/** Whether a person may review now. */
export async function esRevisor(tx: Transaccion, usuarioId: string): Promise<boolean> {
  const [fila] = await tx.$queryRaw<{ revisa: boolean }[]>`
    SELECT ${revisaAhora(Prisma.sql`${usuarioId}::uuid`)} AS revisa`;
  return fila?.revisa === true;
}

/**
 * Who reviews each group at an instant, as a table of `grupo_id` and `usuario_id`: those of its pair and, beside each
 * absent one, who covers for them; only who may review now. The same that gives a session its reach (`sesion_vigente`).
 */
export const quienRevisa = (ahora: Date): Prisma.Sql => Prisma.sql`(
  SELECT grupo_id, usuario_id FROM (
    SELECT grupo_id, usuario_id FROM dupla WHERE hasta IS NULL
    UNION SELECT d.grupo_id, a.suplente_id FROM dupla d JOIN ausencia a ON a.usuario_id = d.usuario_id
      WHERE d.hasta IS NULL AND a.suplente_id IS NOT NULL AND a.desde <= ${ahora} AND ${ahora} < a.hasta) nombrados
  WHERE ${revisaAhora(Prisma.sql`usuario_id`)})`;
