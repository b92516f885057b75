import { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";
import { revisaAhora } from "./cobertura";

/** Days on which a reviewer is away, with who covers, if they may review now. `hasta`: first instant back. */
export type Ausencia = {
  readonly id: string;
  readonly usuarioId: string;
  readonly nombre: string;
  readonly suplente: string | null;
  readonly desde: Date;
  readonly hasta: Date;
};

/** Absences that have not ended at an instant, the nearest first. */
export function listarAusencias(tx: Transaccion, ahora: Date): Promise<Ausencia[]> {
  return tx.$queryRaw`
    SELECT a.id, a.usuario_id AS "usuarioId", u.nombre, s.nombre AS suplente, a.desde, a.hasta FROM ausencia a
    JOIN usuario u ON u.id = a.usuario_id
    LEFT JOIN usuario s ON s.id = a.suplente_id AND ${revisaAhora(Prisma.sql`s.id`)}
    WHERE a.hasta > ${ahora} ORDER BY a.desde, u.nombre`;
}

type Periodo = { readonly desde: Date; readonly hasta: Date };

/** Whether a person is away at some moment of a period. */
export async function ausenteEn(
  tx: Transaccion,
  usuarioId: string,
  { desde, hasta }: Periodo,
): Promise<boolean> {
  return (await tx.ausencia.count({ where: { usuarioId, desde: { lt: hasta }, hasta: { gt: desde } } })) > 0;
}

/** Whether a person covers for another at some moment of a period. */
export async function cubreEn(
  tx: Transaccion,
  suplenteId: string,
  { desde, hasta }: Periodo,
): Promise<boolean> {
  return (await tx.ausencia.count({ where: { suplenteId, desde: { lt: hasta }, hasta: { gt: desde } } })) > 0;
}

/** Writes an absence. Returns its id. */
export async function crearAusencia(
  tx: Transaccion,
  nueva: Periodo & { readonly usuarioId: string; readonly suplenteId: string | null },
): Promise<string> {
  return (await tx.ausencia.create({ data: nueva, select: { id: true } })).id;
}

/**
 * Ends an absence now; one that has not begun is taken away. Returns whether there was one that had not ended.
 */
export async function terminarAusencia(tx: Transaccion, id: string, ahora: Date): Promise<boolean> {
  const { count: futuras } = await tx.ausencia.deleteMany({ where: { id, desde: { gte: ahora } } });
  if (futuras > 0) return true;
  const { count } = await tx.ausencia.updateMany({
    where: { id, hasta: { gt: ahora } },
    data: { hasta: ahora },
  });
  return count > 0;
}
