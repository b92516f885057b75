import { Prisma } from "../generado/client";

/**
 * Who reviews each group at an instant, as a table of `grupo_id` and `usuario_id`: its pair and, beside each absent one,
 * who covers for them. The same that gives a session its reach (`sesion_vigente`).
 */
export const quienRevisa = (ahora: Date): Prisma.Sql => Prisma.sql`(
  SELECT grupo_id, usuario_id FROM dupla WHERE hasta IS NULL
  UNION SELECT d.grupo_id, a.suplente_id FROM dupla d JOIN ausencia a ON a.usuario_id = d.usuario_id
    WHERE d.hasta IS NULL AND a.suplente_id IS NOT NULL AND a.desde <= ${ahora} AND ${ahora} < a.hasta)`;
