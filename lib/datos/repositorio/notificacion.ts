import type { Actor } from "@/lib/flujo/actor";
import type { TipoAviso } from "@/lib/flujo/aviso";
import { lecturaConActor, type Transaccion } from "../transaccion";

export type NotificacionNueva = {
  readonly usuarioId: string;
  readonly institucionId: string | null;
  /** What it is about: the same person is never told the same thing twice. */
  readonly clave: string;
  /** Kind of notice (lib/flujo/aviso). */
  readonly tipo: TipoAviso;
  readonly texto: string;
  readonly enlace: string;
  readonly creadaEn: Date;
};

/** Writes notices, in the transaction of what they tell. */
export async function crearNotificaciones(
  tx: Transaccion,
  nuevas: readonly NotificacionNueva[],
): Promise<void> {
  await tx.notificacion.createMany({ data: [...nuevas], skipDuplicates: true });
}

/** A person's notices, read or not, the newest first. */
export function listarNotificaciones(tx: Transaccion, usuarioId: string, leidas: boolean, cuantas: number) {
  return tx.notificacion.findMany({
    where: { usuarioId, leidaEn: leidas ? { not: null } : null },
    orderBy: [{ creadaEn: "desc" }, { id: "asc" }],
    take: cuantas,
  });
}

/** Marks one notice of a person as read, if it was not. Returns where it leads; null when it is not theirs. */
export async function marcarLeida(
  tx: Transaccion,
  usuarioId: string,
  id: string,
  leidaEn: Date,
): Promise<string | null> {
  const fila = await tx.notificacion.findFirst({ where: { id, usuarioId }, select: { enlace: true } });
  await tx.notificacion.updateMany({ where: { id, usuarioId, leidaEn: null }, data: { leidaEn } });
  return fila?.enlace ?? null;
}

/** How many notices a person has not read. */
export async function contarNoLeidas(actor: Actor): Promise<number> {
  const sentencia = {
    texto: "SELECT count(*)::int AS cuantas FROM notificacion WHERE usuario_id = $1 AND leida_en IS NULL",
    valores: [actor.usuarioId],
    nombre: "cseu_avisos",
  };
  const { rows } = await lecturaConActor<{ cuantas: number }>(actor, "avisos.contar", sentencia);
  return rows[0]?.cuantas ?? 0;
}

/** Marks as read a person's notices written up to an instant: those that came later have not been seen. */
export async function marcarLeidas(
  tx: Transaccion,
  usuarioId: string,
  hasta: Date,
  leidaEn: Date,
): Promise<void> {
  await tx.notificacion.updateMany({
    where: { usuarioId, leidaEn: null, creadaEn: { lte: hasta } },
    data: { leidaEn },
  });
}
