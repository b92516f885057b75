import type { Transaccion } from "../transaccion";

/** Writes a one-use link to choose a password; earlier ones of the same person stop working. */
export async function crearEnlace(
  tx: Transaccion,
  nuevo: { usuarioId: string; tokenHash: string; expiraEn: Date; ahora: Date },
): Promise<void> {
  const { ahora, ...datos } = nuevo;
  await tx.enlaceClave.updateMany({
    where: { usuarioId: datos.usuarioId, usadoEn: null },
    data: { usadoEn: ahora },
  });
  await tx.enlaceClave.create({ data: datos, select: { id: true } });
}

/** The usable link of a token's digest; null when it was used, expired or never existed. */
export function buscarEnlace(
  tx: Transaccion,
  tokenHash: string,
  ahora: Date,
): Promise<{ id: string; usuarioId: string } | null> {
  return tx.enlaceClave.findFirst({
    where: { tokenHash, usadoEn: null, expiraEn: { gt: ahora } },
    select: { id: true, usuarioId: true },
  });
}

/** Uses a link up. Returns false when it was used first by somebody else. */
export async function usarEnlace(tx: Transaccion, id: string, ahora: Date): Promise<boolean> {
  const { count } = await tx.enlaceClave.updateMany({
    where: { id, usadoEn: null },
    data: { usadoEn: ahora },
  });
  return count === 1;
}
