import { Prisma } from "../generado/client";

const LETRAS = "'áéíóúàèìòùäëïöüâêîôûãõñç', 'aeiouaeiouaeiouaeiouaonc'";

/** SQL of a text as names are searched: `comoSeBusca`, for the letters that names here have. */
export const LLANO = (texto: string) => `translate(lower(${texto}), ${LETRAS})`;

/** The same for a fragment of Prisma. */
export const llano = (texto: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`translate(lower(${texto}), ${Prisma.raw(LETRAS)})`;
