import { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";
import { revisaAhora } from "./cobertura";
import { llano } from "./llano";
import type { Leidas, Tramo } from "./tramo";

const { sql } = Prisma;

/** One of the pair of a group, now. */
export type MiembroDupla = {
  readonly posicion: 1 | 2;
  readonly usuarioId: string;
  readonly nombre: string;
  /** Whether they may review now; otherwise somebody has to be named in their place. */
  readonly vigente: boolean;
  /** Until when this person is away and who covers, if so now. */
  readonly ausenteHasta: Date | null;
  readonly cubre: string | null;
};

/** A group of the exercise with its pair and how its institutions stand in the hands of the reviewers. */
export type GrupoListado = {
  readonly id: string;
  readonly nombre: string;
  readonly instituciones: number;
  readonly asignadas: number;
  /** At the Red and not decided: waiting to be opened, or open. */
  readonly porAbrir: number;
  readonly enRevision: number;
  readonly dupla: readonly MiembroDupla[];
};

type FilaMiembro = Omit<MiembroDupla, "ausenteHasta"> & { readonly ausenteHasta: string | null };

/** Whether a text (as it is searched) is within another of the database; a blank one is within all. */
const contiene = (texto: string, donde: Prisma.Sql) =>
  sql`(${texto} = '' OR position(${texto} IN ${llano(donde)}) > 0)`;

/** Ids of the groups of an exercise with a text in their name or in one of their pair's: those of a stretch by name, and how many. */
export async function buscarGrupos(
  tx: Transaccion,
  ejercicioId: string,
  texto: string,
  { desde, cuantas }: Tramo,
): Promise<Leidas<string>> {
  const filas = await tx.$queryRaw<{ id: string; total: number }[]>`
    SELECT g.id, (count(*) OVER ())::int AS total FROM grupo g WHERE g.ejercicio_id = ${ejercicioId}::uuid
      AND (${contiene(texto, sql`g.nombre`)} OR EXISTS (SELECT FROM dupla d JOIN usuario u ON u.id = d.usuario_id
        WHERE d.grupo_id = g.id AND d.hasta IS NULL AND ${contiene(texto, sql`u.nombre`)}))
    ORDER BY g.nombre LIMIT ${cuantas} OFFSET ${desde}`;
  return { total: filas[0]?.total ?? 0, filas: filas.map(({ id }) => id) };
}

export type GrupoConTamano = Pick<GrupoListado, "id" | "nombre" | "instituciones">;

/** Some groups of an exercise, by name, with how many institutions each has. */
export function tamanosDeGrupos(
  tx: Transaccion,
  ejercicioId: string,
  cuales: readonly string[],
): Promise<GrupoConTamano[]> {
  return tx.$queryRaw`
    SELECT g.id, g.nombre, (SELECT count(*)::int FROM grupo_institucion WHERE grupo_id = g.id) AS instituciones FROM grupo g
    WHERE g.ejercicio_id = ${ejercicioId}::uuid AND g.id = ANY (${[...cuales]}::uuid[]) ORDER BY g.nombre`;
}

/** Ids of the groups of an exercise with this whole name, as it is searched. */
export async function gruposLlamados(
  tx: Transaccion,
  ejercicioId: string,
  nombre: string,
): Promise<string[]> {
  const filas = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM grupo WHERE ejercicio_id = ${ejercicioId}::uuid AND ${llano(sql`nombre`)} = ${nombre}`;
  return filas.map(({ id }) => id);
}

/** Some groups of an exercise, by name: counting costs what those have, and not what all have. */
export async function listarGrupos(
  tx: Transaccion,
  ejercicioId: string,
  ahora: Date,
  cuales: readonly string[],
): Promise<GrupoListado[]> {
  const ids = [...cuales];
  const filas = await tx.$queryRaw<(Omit<GrupoListado, "dupla"> & { dupla: FilaMiembro[] })[]>`
    SELECT g.id, g.nombre, coalesce(n.instituciones, 0)::int AS instituciones, coalesce(n.asignadas, 0)::int AS asignadas,
      coalesce(n.por_abrir, 0)::int AS "porAbrir", coalesce(n.en_revision, 0)::int AS "enRevision",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('posicion', d.posicion, 'usuarioId', u.id, 'nombre', u.nombre,
          'vigente', ${revisaAhora(sql`u.id`)}, 'ausenteHasta', a.hasta, 'cubre', s.nombre) ORDER BY d.posicion), '[]')
        FROM dupla d JOIN usuario u ON u.id = d.usuario_id
        LEFT JOIN LATERAL (SELECT hasta, suplente_id FROM ausencia WHERE usuario_id = u.id AND desde <= ${ahora} AND ${ahora} < hasta
          ORDER BY hasta DESC LIMIT 1) a ON true
        LEFT JOIN usuario s ON s.id = a.suplente_id AND ${revisaAhora(sql`s.id`)} WHERE d.grupo_id = g.id AND d.hasta IS NULL) AS dupla
    FROM grupo g LEFT JOIN (
      SELECT gi.grupo_id, count(*) AS instituciones, count(r.institucion_id) AS asignadas,
        count(*) FILTER (WHERE e.estado = 'enviado') AS por_abrir, count(*) FILTER (WHERE e.estado = 'en_revision') AS en_revision
      FROM grupo_institucion gi
      LEFT JOIN asignacion_revision r ON r.institucion_id = gi.institucion_id AND r.ejercicio_id = gi.ejercicio_id
        AND ${revisaAhora(sql`r.usuario_id`)}
      LEFT JOIN envio e ON e.institucion_id = gi.institucion_id AND e.ejercicio_id = gi.ejercicio_id AND e.ronda_id IS NULL
        AND e.estado IN ('enviado', 'en_revision')
      WHERE gi.ejercicio_id = ${ejercicioId}::uuid AND gi.grupo_id = ANY (${ids}::uuid[]) GROUP BY gi.grupo_id) n ON n.grupo_id = g.id
    WHERE g.ejercicio_id = ${ejercicioId}::uuid AND g.id = ANY (${ids}::uuid[]) ORDER BY g.nombre`;
  return filas.map(({ dupla, ...grupo }) => ({
    ...grupo,
    dupla: dupla.map((m) => ({ ...m, ausenteHasta: m.ausenteHasta ? new Date(m.ausenteHasta) : null })),
  }));
}

/** A person who may be named in a pair. */
export type Revisor = { readonly id: string; readonly nombre: string; readonly correo: string };

/** Active reviewers with a text in their name, e-mail or groups of an exercise: those of a stretch by name, and how many. */
export async function buscarRevisores(
  tx: Transaccion,
  ejercicioId: string,
  texto: string,
  { desde, cuantas }: Tramo,
): Promise<Leidas<Revisor>> {
  const filas = await tx.$queryRaw<(Revisor & { total: number })[]>`
    SELECT u.id, u.nombre, u.correo, (count(*) OVER ())::int AS total FROM usuario u
    WHERE ${revisaAhora(sql`u.id`)} AND (${contiene(texto, sql`u.nombre || ' ' || u.correo`)} OR EXISTS (
      SELECT FROM dupla d JOIN grupo g ON g.id = d.grupo_id WHERE d.usuario_id = u.id AND d.hasta IS NULL
        AND g.ejercicio_id = ${ejercicioId}::uuid AND ${contiene(texto, sql`g.nombre`)}))
    ORDER BY u.nombre, u.id LIMIT ${cuantas} OFFSET ${desde}`;
  return { total: filas[0]?.total ?? 0, filas: filas.map(({ total: _, ...fila }) => fila) };
}

/** Active reviewers that have one of these e-mails, or this whole name (as it is searched). */
export function revisoresLlamados(
  tx: Transaccion,
  { nombre, llaves }: { readonly nombre: string; readonly llaves: readonly string[] },
): Promise<Revisor[]> {
  const correos = llaves.map((llave) => llave.toLowerCase());
  return tx.$queryRaw`
    SELECT u.id, u.nombre, u.correo FROM usuario u
    WHERE ${revisaAhora(sql`u.id`)} AND (u.correo = ANY (${correos}) OR ${llano(sql`u.nombre`)} = ${nombre}) ORDER BY u.nombre, u.id LIMIT 100`;
}

/** A reviewer with what they carry in an exercise. */
export type RevisorConCarga = Revisor & {
  /** Groups in whose pair this person is. */
  readonly grupos: readonly string[];
  /** Institutions of those groups; those in this person's hands; and, of these, those waiting to be opened, open, or answered. */
  readonly instituciones: number;
  readonly asignadas: number;
  readonly porAbrir: number;
  readonly enRevision: number;
  readonly decididas: number;
};

/** Some reviewers, in the order given, each with the load of an exercise. */
export async function listarRevisores(
  tx: Transaccion,
  ejercicioId: string,
  cuales: readonly Revisor[],
): Promise<RevisorConCarga[]> {
  const ids = cuales.map(({ id }) => id);
  const cargas = await tx.$queryRaw<Omit<RevisorConCarga, Exclude<keyof Revisor, "id">>[]>`
    WITH de_grupo AS (
      SELECT d.usuario_id, array_agg(g.nombre ORDER BY g.nombre) AS grupos, sum(n.cuantas) AS instituciones
      FROM dupla d JOIN grupo g ON g.id = d.grupo_id
        CROSS JOIN LATERAL (SELECT count(*) AS cuantas FROM grupo_institucion WHERE grupo_id = g.id) n
      WHERE d.hasta IS NULL AND d.usuario_id = ANY (${ids}::uuid[]) AND g.ejercicio_id = ${ejercicioId}::uuid GROUP BY 1),
    en_mano AS (
      SELECT a.usuario_id, count(*) AS asignadas, count(*) FILTER (WHERE e.estado = 'enviado') AS por_abrir,
        count(*) FILTER (WHERE e.estado = 'en_revision') AS en_revision,
        count(*) FILTER (WHERE e.estado IN ('validado', 'no_validado')) AS decididas
      FROM asignacion_revision a LEFT JOIN LATERAL (
        SELECT estado FROM envio WHERE institucion_id = a.institucion_id AND ejercicio_id = a.ejercicio_id AND ronda_id IS NULL
        ORDER BY version DESC LIMIT 1) e ON true
      WHERE a.ejercicio_id = ${ejercicioId}::uuid AND a.usuario_id = ANY (${ids}::uuid[]) GROUP BY 1)
    SELECT r.id, coalesce(d.grupos, '{}') AS grupos, coalesce(d.instituciones, 0)::int AS instituciones,
      coalesce(m.asignadas, 0)::int AS asignadas, coalesce(m.por_abrir, 0)::int AS "porAbrir",
      coalesce(m.en_revision, 0)::int AS "enRevision", coalesce(m.decididas, 0)::int AS decididas
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS r (id, orden)
    LEFT JOIN de_grupo d ON d.usuario_id = r.id LEFT JOIN en_mano m ON m.usuario_id = r.id ORDER BY r.orden`;
  return cargas.map((carga, i) => ({ ...(cuales[i] as Revisor), ...carga }));
}

/** A group of an exercise; null when there is none with that id in it. */
export function buscarGrupo(
  tx: Transaccion,
  ejercicioId: string,
  id: string,
): Promise<{ id: string; nombre: string } | null> {
  return tx.grupo.findFirst({ where: { id, ejercicioId }, select: { id: true, nombre: true } });
}

/** Whether another group of the exercise has a name. */
export async function nombreTomado(tx: Transaccion, ejercicioId: string, nombre: string, salvo?: string) {
  const otros = await tx.grupo.count({
    where: {
      ejercicioId,
      nombre: { equals: nombre, mode: "insensitive" },
      ...(salvo && { NOT: { id: salvo } }),
    },
  });
  return otros > 0;
}

/** Writes a new group. Returns its id. */
export async function crearGrupo(tx: Transaccion, ejercicioId: string, nombre: string): Promise<string> {
  return (await tx.grupo.create({ data: { ejercicioId, nombre }, select: { id: true } })).id;
}

/** Changes the name of a group. */
export async function renombrarGrupo(tx: Transaccion, id: string, nombre: string): Promise<void> {
  await tx.grupo.update({ where: { id }, data: { nombre }, select: { id: true } });
}

/** Whether a group has had a pair or has institutions: then it stays. */
export async function grupoEnUso(tx: Transaccion, id: string): Promise<boolean> {
  const instituciones = await tx.grupoInstitucion.count({ where: { grupoId: id } });
  return instituciones > 0 || (await tx.dupla.count({ where: { grupoId: id } })) > 0;
}

export async function borrarGrupo(tx: Transaccion, id: string): Promise<void> {
  await tx.grupo.delete({ where: { id }, select: { id: true } });
}

/** One who is or was of a group's pair. */
export type PasoDupla = {
  readonly posicion: number;
  readonly nombre: string;
  readonly desde: Date;
  readonly hasta: Date | null;
};

/** Everybody who has been of the pair of a group, the latest first. */
export async function historiaDupla(tx: Transaccion, grupoId: string): Promise<PasoDupla[]> {
  const filas = await tx.dupla.findMany({
    where: { grupoId },
    orderBy: [{ desde: "desc" }, { posicion: "asc" }],
    select: { posicion: true, desde: true, hasta: true, usuario: { select: { nombre: true } } },
  });
  return filas.map(({ usuario, ...fila }) => ({ ...fila, nombre: usuario.nombre }));
}

/** The pair now, by position. */
export async function duplaActual(tx: Transaccion, grupoId: string) {
  const filas = await tx.dupla.findMany({
    where: { grupoId, hasta: null },
    orderBy: { posicion: "asc" },
    select: {
      id: true,
      posicion: true,
      usuarioId: true,
      usuario: { select: { nombre: true, correo: true } },
    },
  });
  return filas.map(({ usuario, ...fila }) => ({ ...fila, ...usuario }));
}

/** The groups of an exercise in whose pair some people are now, by person and by name. */
export async function gruposDePersonas(
  tx: Transaccion,
  ejercicioId: string,
  personas: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const filas = await tx.dupla.findMany({
    where: { hasta: null, usuarioId: { in: [...personas] }, grupo: { ejercicioId } },
    orderBy: { grupo: { nombre: "asc" } },
    select: { usuarioId: true, grupo: { select: { nombre: true } } },
  });
  const grupos = new Map<string, string[]>();
  for (const { usuarioId, grupo } of filas)
    grupos.set(usuarioId, [...(grupos.get(usuarioId) ?? []), grupo.nombre]);
  return grupos;
}

/** Closes a place of the pair, never before it began (the demonstration's clock goes back). */
export async function cerrarPuesto(tx: Transaccion, id: string, hasta: Date): Promise<void> {
  await tx.$executeRaw`UPDATE dupla SET hasta = greatest(desde, ${hasta}) WHERE id = ${id}::uuid AND hasta IS NULL`;
}

/** Opens a place of the pair. */
export async function abrirPuesto(
  tx: Transaccion,
  puesto: {
    readonly grupoId: string;
    readonly usuarioId: string;
    readonly posicion: number;
    readonly desde: Date;
  },
): Promise<void> {
  await tx.dupla.create({ data: puesto, select: { id: true } });
}

/**
 * Hands what one reviewer has in hand inside a group to another; to nobody when there is no other.
 * @returns how many institutions
 */
export async function pasarAsignaciones(
  tx: Transaccion,
  grupoId: string,
  {
    de,
    a,
    por,
    en,
  }: { readonly de: string; readonly a: string | null; readonly por: string; readonly en: Date },
): Promise<number> {
  if (a === null) {
    return tx.$executeRaw`
      DELETE FROM asignacion_revision r USING grupo_institucion gi
      WHERE gi.grupo_id = ${grupoId}::uuid AND gi.institucion_id = r.institucion_id AND gi.ejercicio_id = r.ejercicio_id
        AND r.usuario_id = ${de}::uuid`;
  }
  return tx.$executeRaw`
    UPDATE asignacion_revision r SET usuario_id = ${a}::uuid, asignada_por_id = ${por}::uuid, asignada_en = ${en}
    FROM grupo_institucion gi
    WHERE gi.grupo_id = ${grupoId}::uuid AND gi.institucion_id = r.institucion_id AND gi.ejercicio_id = r.ejercicio_id
      AND r.usuario_id = ${de}::uuid`;
}
