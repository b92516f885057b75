import type { Transaccion } from "../transaccion";

/** Days on which a reviewer is away, with who covers. `hasta`: first instant back. */
export type Ausencia = {
  readonly id: string;
  readonly usuarioId: string;
  readonly nombre: string;
  readonly suplente: string | null;
  readonly desde: Date;
  readonly hasta: Date;
};

/** Absences that have not ended at an instant, the nearest first. */
export async function listarAusencias(tx: Transaccion, ahora: Date): Promise<Ausencia[]> {
  const filas = await tx.ausencia.findMany({
    where: { hasta: { gt: ahora } },
    orderBy: [{ desde: "asc" }, { usuario: { nombre: "asc" } }],
    select: {
      id: true,
      usuarioId: true,
      desde: true,
      hasta: true,
      usuario: { select: { nombre: true } },
      suplente: { select: { nombre: true } },
    },
  });
  return filas.map(({ usuario, suplente, ...fila }) => ({
    ...fila,
    nombre: usuario.nombre,
    suplente: suplente?.nombre ?? null,
  }));
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
