import { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";
import { llano } from "./llano";
import type { Leidas, Tramo } from "./tramo";

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

type Fila = Omit<ProrrogaLeida, "otorgadaPor"> & { readonly otorgadaPor: string | null };

const COLUMNAS = Prisma.sql`g.id, g.alcance::text AS alcance, g.hasta, g.razon, g.otorgada_en AS "otorgadaEn", u.nombre AS "otorgadaPor",
  g.revocada_en AS "revocadaEn", g.motivo_revocacion AS "motivoRevocacion",
  jsonb_build_object('id', i.id, 'codigo', i.codigo, 'nombre', i.nombre) AS institucion`;

const leida = (fila: Fila): ProrrogaLeida => ({
  ...fila,
  otorgadaPor: fila.otorgadaPor ?? "Red de Expertos",
});

/** Extensions of an institution in a year, the latest first. */
export async function listarProrrogas(
  tx: Transaccion,
  ejercicioId: string,
  institucionId: string,
): Promise<ProrrogaLeida[]> {
  const filas = await tx.$queryRaw<Fila[]>`
    SELECT ${COLUMNAS} FROM prorroga g JOIN institucion i ON i.id = g.institucion_id LEFT JOIN usuario u ON u.id = g.otorgada_por_id
    WHERE g.ejercicio_id = ${ejercicioId}::uuid AND g.institucion_id = ${institucionId}::uuid ORDER BY g.otorgada_en DESC, g.id`;
  return filas.map(leida);
}

/**
 * Extensions of a year that the actor reaches, the latest first: those of a stretch, and how many there are.
 * @param texto part of the name or the code of the institution, as it is searched; blank for all
 */
export async function buscarProrrogas(
  tx: Transaccion,
  ejercicioId: string,
  texto: string,
  { desde, cuantas }: Tramo,
): Promise<Leidas<ProrrogaLeida>> {
  const nombrada = llano(Prisma.sql`codigo || ' ' || nombre`);
  // The page first, and then the names of its rows alone.
  const filas = await tx.$queryRaw<(Fila & { total: number })[]>`
    SELECT ${COLUMNAS}, g.total FROM (
      SELECT *, (count(*) OVER ())::int AS total FROM prorroga
      WHERE ejercicio_id = ${ejercicioId}::uuid
        AND (${texto} = '' OR institucion_id IN (SELECT id FROM institucion WHERE position(${texto} IN ${nombrada}) > 0))
      ORDER BY otorgada_en DESC, id LIMIT ${cuantas} OFFSET ${desde}) g
    JOIN institucion i ON i.id = g.institucion_id LEFT JOIN usuario u ON u.id = g.otorgada_por_id
    ORDER BY g.otorgada_en DESC, g.id`;
  return { total: filas[0]?.total ?? 0, filas: filas.map(({ total: _, ...fila }) => leida(fila)) };
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
