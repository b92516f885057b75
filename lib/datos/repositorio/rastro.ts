import type { Actor } from "@/lib/flujo/actor";
import { GRUPOS, type Lugar, type ValorCampo } from "@/lib/flujo/campo";
import type { Transaccion } from "../transaccion";
import { lecturaConActor } from "../transaccion";
import { ACCESO, EJERCICIO } from "./campoAcceso";
import { columna } from "./columna";

type Fila = Readonly<Record<string, unknown>>;

/** A change as people made it: what one person saved of one row, without ten minutes' rest, told once. */
export type Cambio = {
  readonly secuencia: string;
  readonly en: Date;
  readonly usuarioId: string | null;
  /** Name of the person; null for what the platform did by itself. */
  readonly quien: string | null;
  readonly tabla: string;
  readonly fila: Fila;
  readonly operacion: "alta" | "cambio" | "baja";
  readonly campos: readonly string[];
  readonly anterior: Fila | null;
  readonly nuevo: Fila | null;
};

/**
 * Rows of the trail (`base`) joined in stretches: somebody who types leaves a row at each pause. A stretch ends when
 * another person writes there, or after ten minutes.
 */
const EN_TRAMOS = `
  vistas AS (
    SELECT *, (operacion <> 'cambio' OR lag(ocurrido_en) OVER w IS NULL OR lag(usuario_id) OVER w IS DISTINCT FROM usuario_id
        OR ocurrido_en - lag(ocurrido_en) OVER w > interval '10 minutes')::int AS empieza
    FROM base WINDOW w AS (PARTITION BY tabla, fila, operacion, campos ORDER BY secuencia)),
  tramos AS (
    SELECT *, sum(empieza) OVER (PARTITION BY tabla, fila, operacion, campos ORDER BY secuencia) AS tramo FROM vistas),
  juntas AS (
    SELECT tabla, fila, operacion, campos, max(secuencia) AS secuencia, max(ocurrido_en) AS en,
      (array_agg(usuario_id))[1] AS usuario_id, (array_agg(anterior ORDER BY secuencia))[1] AS anterior,
      (array_agg(nuevo ORDER BY secuencia DESC))[1] AS nuevo
    FROM tramos GROUP BY tabla, fila, operacion, campos, tramo)`;

const CAMBIO = `j.secuencia::text, j.en, j.usuario_id AS "usuarioId", u.nombre AS quien, j.tabla, j.fila, j.operacion,
  j.campos, j.anterior, j.nuevo`;

/** Saves of one field that are read: beyond them its history is in the page of the trail. */
const POR_CAMPO = 500;

type DeCampo = { readonly actor: Actor; readonly institucionId: string; readonly ahora: Date };

export type CambioDeCampo = {
  readonly secuencia: string;
  readonly en: Date;
  readonly quien: string | null;
  readonly antes: ValorCampo;
  readonly valor: ValorCampo;
};

/** The last saves of one field of an institution, newest first; none while nobody wrote there. */
export async function leerRastroDeCampo(
  { actor, institucionId, ahora }: DeCampo,
  { grupo, campo, clave }: Lugar,
): Promise<CambioDeCampo[]> {
  const { tabla } = GRUPOS[grupo];
  const { ambito, llave } = ACCESO[grupo];
  const texto = `WITH ${EJERCICIO}
    SELECT b.secuencia::text, b.ocurrido_en AS en, u.nombre AS quien, b.anterior -> $3 AS antes, b.nuevo -> $3 AS valor
    FROM bitacora b LEFT JOIN usuario u ON u.id = b.usuario_id
    WHERE b.tabla = '${tabla}' AND b.institucion_id = $1 AND $3 = ANY (b.campos)
      AND (SELECT to_jsonb(t) FROM ${tabla} t WHERE ${ambito} AND ${llave((i) => `$${i + 4}`)}) @> b.fila
    ORDER BY b.secuencia DESC LIMIT ${POR_CAMPO}`;
  const valores = [institucionId, ahora, columna(campo), ...clave];
  return (await lecturaConActor<CambioDeCampo>(actor, "bitacora.campo", { texto, valores })).rows;
}

export type FiltroRastro = {
  readonly institucionId: string;
  readonly tablas: readonly string[];
  readonly usuarioId: string | null;
  /** Days of continental Chile, AAAA-MM-DD, both included. */
  readonly desde: string | null;
  readonly hasta: string | null;
};

/** A stretch of what changed in an institution, newest first, and how many there are in all. */
export async function leerRastro(
  tx: Transaccion,
  { institucionId, tablas, usuarioId, desde, hasta }: FiltroRastro,
  { salto, cuantos }: { readonly salto: number; readonly cuantos: number },
): Promise<{ total: number; cambios: Cambio[] }> {
  const filas = await tx.$queryRawUnsafe<(Cambio & { total: number })[]>(
    `WITH base AS (
       SELECT secuencia, ocurrido_en, usuario_id, tabla, fila, operacion, campos, anterior, nuevo
       FROM bitacora WHERE tabla = ANY ($2::text[]) AND institucion_id = $1::uuid),
     ${EN_TRAMOS}
     SELECT ${CAMBIO}, count(*) OVER ()::int AS total
     FROM juntas j LEFT JOIN usuario u ON u.id = j.usuario_id
     WHERE ($3::uuid IS NULL OR j.usuario_id = $3::uuid)
       AND ($4::date IS NULL OR j.en >= $4::date::timestamp AT TIME ZONE 'America/Santiago')
       AND ($5::date IS NULL OR j.en < ($5::date + 1)::timestamp AT TIME ZONE 'America/Santiago')
     ORDER BY j.secuencia DESC LIMIT $6::int OFFSET $7::int`,
    institucionId,
    tablas,
    usuarioId,
    desde,
    hasta,
    cuantos,
    salto,
  );
  return { total: filas[0]?.total ?? 0, cambios: filas };
}

/** Everybody who left a trace in an institution, by name; `propia`: whoever has or had a function in it. */
export function personasDelRastro(
  tx: Transaccion,
  institucionId: string,
): Promise<{ id: string; nombre: string; propia: boolean }[]> {
  return tx.$queryRaw<{ id: string; nombre: string; propia: boolean }[]>`
    SELECT id, nombre, EXISTS (SELECT FROM membresia m WHERE m.usuario_id = u.id AND m.institucion_id = ${institucionId}::uuid) AS propia
    FROM usuario u WHERE id IN (SELECT usuario_id FROM bitacora WHERE institucion_id = ${institucionId}::uuid)
    ORDER BY nombre, id`;
}

/** Rows as they were born, by their id: what names a record whose later changes do not bring its name. */
export async function filasNacidas(
  tx: Transaccion,
  institucionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Fila>> {
  if (ids.length === 0) return new Map();
  const filas = await tx.$queryRaw<{ id: string; nuevo: Fila }[]>`
    SELECT fila->>'id' AS id, nuevo FROM bitacora
    WHERE institucion_id = ${institucionId}::uuid AND operacion = 'alta' AND fila->>'id' = ANY (${ids})`;
  return new Map(filas.map(({ id, nuevo }) => [id, nuevo]));
}

/** Names of files by id. */
export async function nombresDeArchivo(
  tx: Transaccion,
  institucionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const filas = await tx.archivo.findMany({
    where: { institucionId, id: { in: [...ids] } },
    select: { id: true, nombre: true },
  });
  return new Map(filas.map(({ id, nombre }) => [id, nombre]));
}
