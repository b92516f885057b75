import type { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";

export type AlcanceProrroga = "ajuste" | "envio";

/** An extension as screens show it: in force or revoked, with who gave it. */
export type ProrrogaLeida = {
  readonly id: string;
  readonly alcance: AlcanceProrroga;
  readonly hasta: Date;
  readonly razon: string;
  readonly otorgadaEn: Date;
  readonly otorgadaPor: string;
  readonly revocadaEn: Date | null;
  readonly motivoRevocacion: string | null;
  readonly institucion: { readonly id: string; readonly codigo: string; readonly nombre: string };
};

const CON_INSTITUCION = {
  institucion: { select: { id: true, codigo: true, nombre: true } },
} as const satisfies Prisma.ProrrogaInclude;

/** Extensions of a year that the actor reaches, the latest first; of one institution when its id is given. */
export async function listarProrrogas(
  tx: Transaccion,
  ejercicioId: string,
  institucionId?: string,
): Promise<ProrrogaLeida[]> {
  const filas = await tx.prorroga.findMany({
    where: { ejercicioId, ...(institucionId !== undefined && { institucionId }) },
    include: CON_INSTITUCION,
    orderBy: { otorgadaEn: "desc" },
  });
  const personas = await tx.usuario.findMany({
    where: { id: { in: [...new Set(filas.map((fila) => fila.otorgadaPorId))] } },
    select: { id: true, nombre: true },
  });
  const nombres = new Map(personas.map(({ id, nombre }) => [id, nombre]));
  return filas.map(
    ({
      id,
      alcance,
      hasta,
      razon,
      otorgadaEn,
      otorgadaPorId,
      revocadaEn,
      motivoRevocacion,
      institucion,
    }) => ({
      id,
      alcance,
      hasta,
      razon,
      otorgadaEn,
      otorgadaPor: nombres.get(otorgadaPorId) ?? "Red de Expertos",
      revocadaEn,
      motivoRevocacion,
      institucion,
    }),
  );
}

/** An extension in force, by its id, if the actor reaches its institution. */
export function buscarProrroga(tx: Transaccion, id: string) {
  return tx.prorroga.findFirst({ where: { id, revocadaEn: null }, include: CON_INSTITUCION });
}

type Revocacion = { readonly por: string; readonly en: Date; readonly motivo: string };

/** Revokes an extension in force. Returns whether there was one. */
export async function revocarProrroga(tx: Transaccion, id: string, revocacion: Revocacion): Promise<boolean> {
  const { count } = await tx.prorroga.updateMany({
    where: { id, revocadaEn: null },
    data: {
      revocadaPorId: revocacion.por,
      revocadaEn: revocacion.en,
      motivoRevocacion: revocacion.motivo,
    },
  });
  return count > 0;
}

type ProrrogaNueva = {
  readonly institucionId: string;
  readonly ejercicioId: string;
  readonly alcance: AlcanceProrroga;
  readonly hasta: Date;
  readonly razon: string;
  readonly otorgadaPorId: string;
  readonly otorgadaEn: Date;
};

/** Grants an extension; the one in force for the same scope, if any, is revoked by it. */
export async function otorgarProrroga(tx: Transaccion, nueva: ProrrogaNueva): Promise<string> {
  const { institucionId, ejercicioId, alcance } = nueva;
  await tx.prorroga.updateMany({
    where: { institucionId, ejercicioId, alcance, revocadaEn: null },
    data: {
      revocadaPorId: nueva.otorgadaPorId,
      revocadaEn: nueva.otorgadaEn,
      motivoRevocacion: "Reemplazada por una prórroga nueva.",
    },
  });
  const creada = await tx.prorroga.create({ data: nueva, select: { id: true } });
  return creada.id;
}
