import type { Alcance } from "@/lib/flujo/actor";
import { Prisma } from "../generado/client";

/**
 * Condition that a column names an institution of a reach. The policies ask for it anyway, of every row; written in the
 * statement an index answers it, and the reach is that of this hat.
 */
export const enAlcance = (columna: Prisma.Sql, alcance: Alcance): Prisma.Sql =>
  alcance === "*" ? Prisma.sql`true` : Prisma.sql`${columna} = ANY (${[...alcance]}::uuid[])`;
