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
  const filas = await tx.$queryRaw<(Omit<ProrrogaLeida, "otorgadaPor"> & { otorgadaPor: string | null })[]>`
    SELECT g.id, g.alcance::text AS alcance, g.hasta, g.razon, g.otorgada_en AS "otorgadaEn", u.nombre AS "otorgadaPor",
      g.revocada_en AS "revocadaEn", g.motivo_revocacion AS "motivoRevocacion",
      jsonb_build_object('id', i.id, 'codigo', i.codigo, 'nombre', i.nombre) AS institucion
    FROM prorroga g JOIN institucion i ON i.id = g.institucion_id LEFT JOIN usuario u ON u.id = g.otorgada_por_id
    WHERE g.ejercicio_id = ${ejercicioId}::uuid
      AND (${institucionId ?? null}::uuid IS NULL OR g.institucion_id = ${institucionId ?? null}::uuid)
    ORDER BY g.otorgada_en DESC`;
  return filas.map((fila) => ({ ...fila, otorgadaPor: fila.otorgadaPor ?? "Red de Expertos" }));
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
