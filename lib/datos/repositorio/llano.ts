import { Prisma } from "../generado/client";

/** A text of the database as names are searched: `comoSeBusca`, for the letters that names here have. */
export const llano = (texto: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`translate(lower(${texto}), 'áéíóúàèìòùäëïöüâêîôûãõñç', 'aeiouaeiouaeiouaeiouaonc')`;
