import { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";
import { quienRevisa, revisaAhora } from "./cobertura";

type Asignacion = {
  readonly institucionId: string;
  readonly ejercicioId: string;
  readonly usuarioId: string;
  readonly asignadaPorId: string;
  readonly asignadaEn: Date;
};

/** Whoever opens a review has the institution in hand, unless somebody who may review now already had it. */
export async function tomarSiNadie(
  tx: Transaccion,
  { institucionId, ejercicioId, usuarioId, asignadaPorId, asignadaEn }: Asignacion,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO asignacion_revision AS a (institucion_id, ejercicio_id, usuario_id, asignada_por_id, asignada_en)
    VALUES (${institucionId}::uuid, ${ejercicioId}::uuid, ${usuarioId}::uuid, ${asignadaPorId}::uuid, ${asignadaEn})
    ON CONFLICT (institucion_id, ejercicio_id) DO UPDATE
      SET usuario_id = EXCLUDED.usuario_id, asignada_por_id = EXCLUDED.asignada_por_id, asignada_en = EXCLUDED.asignada_en
      WHERE NOT ${revisaAhora(Prisma.sql`a.usuario_id`)}`;
}

/**
 * Puts institutions in the hands of one of the pair of their groups, or of who covers for one of them now.
 * @returns the institutions that were assigned: fewer than asked when some is out of reach or not of that person's.
 */
export async function asignarInstituciones(
  tx: Transaccion,
  instituciones: readonly string[],
  { ejercicioId, usuarioId, asignadaPorId, asignadaEn }: Omit<Asignacion, "institucionId">,
): Promise<string[]> {
  const filas = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO asignacion_revision (institucion_id, ejercicio_id, usuario_id, asignada_por_id, asignada_en)
    SELECT DISTINCT gi.institucion_id, gi.ejercicio_id, ${usuarioId}::uuid, ${asignadaPorId}::uuid, ${asignadaEn}::timestamptz
    FROM grupo_institucion gi JOIN ${quienRevisa(asignadaEn)} r ON r.grupo_id = gi.grupo_id
    WHERE gi.ejercicio_id = ${ejercicioId}::uuid AND gi.institucion_id = ANY (${[...instituciones]}::uuid[])
      AND r.usuario_id = ${usuarioId}::uuid
    ON CONFLICT (institucion_id, ejercicio_id) DO UPDATE
      SET usuario_id = EXCLUDED.usuario_id, asignada_por_id = EXCLUDED.asignada_por_id, asignada_en = EXCLUDED.asignada_en
    RETURNING institucion_id AS id`;
  return filas.map(({ id }) => id);
}

/** Leaves institutions in nobody's hands. */
export async function soltarInstituciones(
  tx: Transaccion,
  instituciones: readonly string[],
  ejercicioId: string,
): Promise<void> {
  await tx.asignacionRevision.deleteMany({
    where: { ejercicioId, institucionId: { in: [...instituciones] } },
  });
}

export type RevisorDeDupla = { readonly usuarioId: string; readonly nombre: string; readonly correo: string };

/** The pair that reviews an institution in a year, and who covers for them at an instant. */
export function duplaDe(
  tx: Transaccion,
  { institucionId, ejercicioId }: { readonly institucionId: string; readonly ejercicioId: string },
  ahora: Date,
): Promise<RevisorDeDupla[]> {
  return tx.$queryRaw<RevisorDeDupla[]>`
    SELECT DISTINCT u.id AS "usuarioId", u.nombre, u.correo FROM grupo_institucion gi
    JOIN ${quienRevisa(ahora)} r ON r.grupo_id = gi.grupo_id JOIN usuario u ON u.id = r.usuario_id
    WHERE gi.institucion_id = ${institucionId}::uuid AND gi.ejercicio_id = ${ejercicioId}::uuid ORDER BY u.nombre`;
}

/**
 * The pairs that review some institutions in a year and who covers for them at an instant, by name: to nobody else may
 * they be given.
 */
export function revisoresDeEllas(
  tx: Transaccion,
  instituciones: readonly string[],
  ejercicioId: string,
  ahora: Date,
): Promise<RevisorDeDupla[]> {
  return tx.$queryRaw<RevisorDeDupla[]>`
    SELECT DISTINCT u.id AS "usuarioId", u.nombre, u.correo FROM ${quienRevisa(ahora)} r JOIN usuario u ON u.id = r.usuario_id
    WHERE r.grupo_id IN (SELECT grupo_id FROM grupo_institucion
      WHERE ejercicio_id = ${ejercicioId}::uuid AND institucion_id = ANY (${[...instituciones]}::uuid[]))
    ORDER BY u.nombre`;
}

/** How many of some institutions the actor reaches, and the keys of the reminders already written about them. */
export async function recordatoriosPrevios(tx: Transaccion, instituciones: readonly string[]) {
  const ids = [...instituciones];
  const alcanzadas = await tx.institucion.count({ where: { id: { in: ids } } });
  const previos = await tx.notificacion.findMany({
    where: { institucionId: { in: ids }, clave: { startsWith: "revision.recordar " } },
    distinct: ["clave"],
    select: { clave: true },
  });
  return { alcanzadas, avisadas: new Set(previos.map(({ clave }) => clave)) };
}

const INSTITUCION = { select: { id: true, codigo: true, nombre: true } } as const;

/** An institution with its extension to submit in a year. */
const conProrroga = (ejercicioId: string) =>
  ({
    select: {
      ...INSTITUCION.select,
      prorrogas: { where: { ejercicioId, alcance: "envio", revocadaEn: null }, select: { hasta: true } },
    },
  }) as const;

function separarProrroga<I>({ prorrogas, ...institucion }: I & { prorrogas: readonly { hasta: Date }[] }) {
  return { institucion, prorroga: prorrogas[0]?.hasta ?? null };
}

/** The returned versions of some institutions whose answer is owed in a year; in a preliminary round none is. */
export async function enviosQueDebenRespuesta(
  tx: Transaccion,
  instituciones: readonly string[],
  ejercicioId: string,
) {
  const envios = await tx.envio.findMany({
    where: { institucionId: { in: [...instituciones] }, ejercicioId, rondaId: null, estado: "observado" },
    orderBy: { devueltoEn: "asc" },
    select: { id: true, responderHasta: true, institucion: conProrroga(ejercicioId) },
  });
  return envios.map(({ institucion, ...envio }) => ({ ...envio, ...separarProrroga(institucion) }));
}

/** The plans of some institutions that have not sent their expediente in a year, with their extension to submit. */
export async function planesSinEnviar(
  tx: Transaccion,
  instituciones: readonly string[],
  ejercicioId: string,
) {
  const planes = await tx.plan.findMany({
    where: {
      ejercicioId,
      institucionId: { in: [...instituciones] },
      institucion: { envios: { none: { ejercicioId, rondaId: null } } },
    },
    select: { institucion: conProrroga(ejercicioId) },
  });
  return planes.map(({ institucion }) => separarProrroga(institucion));
}
