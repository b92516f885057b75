import { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";
import type { Leidas, Tramo } from "./tramo";

const { sql } = Prisma;

/** An institution where groups are made. */
export type InstitucionEnGrupo = {
  readonly id: string;
  readonly codigo: string;
  readonly nombre: string;
  readonly ministerio: string;
  readonly grupo: string | null;
};

/** Institutions looked for: by text (as it is searched) and by the group they are in («ninguno»: in none; blank: any). */
export type BusquedaInstituciones = { readonly texto: string; readonly grupo: string };

/** Active institutions of a search, by name: those of a page, and how many there are. */
export async function buscarInstituciones(
  tx: Transaccion,
  ejercicioId: string,
  { texto, grupo }: BusquedaInstituciones,
  { desde, cuantas }: Tramo,
): Promise<Leidas<InstitucionEnGrupo>> {
  const deEjercicio = sql`FROM resumen.situacion s WHERE s.ejercicio_id = ${ejercicioId}::uuid`;
  const partes = [
    ...(texto === "" ? [] : [sql`position(${texto} IN s.busca) > 0`]),
    ...(grupo === "" ? [] : [sql`coalesce(s.grupo_id::text, 'ninguno') = ${grupo}`]),
  ];
  // When all match they are counted apart, so that the page stops at its last row in the index of names.
  const total =
    partes.length === 0 ? sql`(SELECT count(*)::int ${deEjercicio})` : sql`(count(*) OVER ())::int`;
  const filas = await tx.$queryRaw<(InstitucionEnGrupo & { total: number })[]>`
    SELECT s.institucion_id AS id, s.codigo, s.nombre, s.ministerio, (SELECT nombre FROM grupo WHERE id = s.grupo_id) AS grupo,
      ${total} AS total ${Prisma.join([deEjercicio, ...partes], " AND ")}
    ORDER BY s.nombre, s.institucion_id LIMIT ${cuantas} OFFSET ${desde}`;
  return { total: filas[0]?.total ?? 0, filas: filas.map(({ total: _, ...fila }) => fila) };
}

/** Active institutions of an exercise that have one of these codes, or this whole name (as it is searched). */
export function institucionesLlamadas(
  tx: Transaccion,
  ejercicioId: string,
  { nombre, llaves }: { readonly nombre: string; readonly llaves: readonly string[] },
): Promise<Pick<InstitucionEnGrupo, "id" | "codigo" | "nombre">[]> {
  const codigos = llaves.map((llave) => llave.toUpperCase());
  // `busca` begins with the code and the name: this is the name as it is searched.
  return tx.$queryRaw`
    SELECT s.institucion_id AS id, s.codigo, s.nombre FROM resumen.situacion s WHERE s.ejercicio_id = ${ejercicioId}::uuid
      AND (s.codigo = ANY (${codigos}) OR substr(s.busca, length(s.codigo) + 2, length(s.nombre)) = ${nombre})
    ORDER BY s.nombre, s.institucion_id LIMIT 100`;
}

/** Ids of every institution of a search. */
export async function idsDeBusqueda(
  tx: Transaccion,
  ejercicioId: string,
  busqueda: BusquedaInstituciones,
): Promise<string[]> {
  const { filas } = await buscarInstituciones(tx, ejercicioId, busqueda, { desde: 0, cuantas: 100_000 });
  return filas.map(({ id }) => id);
}

/**
 * Puts institutions in a group, or in none. Whoever had one in hand and is not of the new pair leaves it for the new
 * pair to take. Returns how many changed of group and how many were left in nobody's hands.
 */
export async function moverInstituciones(
  tx: Transaccion,
  ejercicioId: string,
  ids: readonly string[],
  grupoId: string | null,
): Promise<{ movidas: number; sueltas: number }> {
  const cuales = [...ids];
  const movidas =
    grupoId === null
      ? await tx.$executeRaw`
          DELETE FROM grupo_institucion WHERE ejercicio_id = ${ejercicioId}::uuid AND institucion_id = ANY (${cuales}::uuid[])`
      : await tx.$executeRaw`
          INSERT INTO grupo_institucion AS gi (ejercicio_id, institucion_id, grupo_id)
          SELECT ${ejercicioId}::uuid, id, ${grupoId}::uuid FROM institucion WHERE id = ANY (${cuales}::uuid[])
          ON CONFLICT (ejercicio_id, institucion_id) DO UPDATE SET grupo_id = excluded.grupo_id
            WHERE gi.grupo_id <> excluded.grupo_id`;
  const sueltas = await tx.$executeRaw`
    DELETE FROM asignacion_revision WHERE ejercicio_id = ${ejercicioId}::uuid AND institucion_id = ANY (${cuales}::uuid[])
      AND usuario_id NOT IN (SELECT usuario_id FROM dupla WHERE grupo_id = ${grupoId}::uuid AND hasta IS NULL)
      AND usuario_id NOT IN (SELECT a.suplente_id FROM ausencia a JOIN dupla d ON d.usuario_id = a.usuario_id
        WHERE d.grupo_id = ${grupoId}::uuid AND d.hasta IS NULL AND a.suplente_id IS NOT NULL)`;
  return { movidas, sueltas };
}
