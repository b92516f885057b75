import { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";

const { sql } = Prisma;

const planes = (ejercicioId: string, ids: readonly string[]) => sql`planes AS MATERIALIZED (
  SELECT p.institucion_id AS i, p.id AS p, f.id AS f FROM plan p
  LEFT JOIN informe f ON f.institucion_id = p.institucion_id AND f.ejercicio_id = p.ejercicio_id
  WHERE p.ejercicio_id = ${ejercicioId}::uuid AND p.institucion_id = ANY (${ids}::uuid[])),
cambios AS MATERIALIZED (
  SELECT a.plan_id AS p, a.elemento, a.componente, a.decision, a.tipo, a.contenido FROM planes JOIN ajuste a ON a.plan_id = planes.p
  WHERE a.decision <> 'mantiene')`;

// The activities of the plan in force (as `aplicarAjustes` gives it) and whether they were fulfilled (note 5).
const ACTIVIDADES = sql`por_actividad AS MATERIALIZED (
  SELECT p, elemento, bool_or(decision = 'elimina') AS eliminada, max(contenido #>> '{}') FILTER (WHERE componente = 'descripcion') AS descripcion,
    (array_agg(contenido) FILTER (WHERE componente = 'tramites' AND jsonb_typeof(contenido) = 'array'))[1] AS tramites
  FROM cambios GROUP BY p, elemento),
declarados AS MATERIALIZED (
  SELECT a.id, a.plan_id AS p, array_agg(t.nombre) FILTER (WHERE btrim(t.nombre) <> '') AS tramites
  FROM planes x JOIN actividad a ON a.plan_id = x.p LEFT JOIN actividad_tramite t ON t.actividad_id = a.id GROUP BY a.id),
vinculos AS MATERIALIZED (
  SELECT t.informe_id AS f, t.actividad, coalesce(array_agg(t.tramite) FILTER (WHERE t.vinculado), '{}') AS si,
    coalesce(array_agg(t.tramite) FILTER (WHERE NOT t.vinculado), '{}') AS no
  FROM planes x JOIN informe_tramite t ON t.informe_id = x.f WHERE t.vinculado IS NOT NULL GROUP BY 1, 2),
vigentes AS MATERIALIZED (
  SELECT x.i, x.f, a.codigo, coalesce(c.descripcion, a.descripcion) AS descripcion,
    coalesce(CASE WHEN c.tramites IS NULL THEN n.tramites
      ELSE ARRAY(SELECT k FROM jsonb_array_elements_text(c.tramites) AS k WHERE btrim(k) <> '') END, '{}') AS tramites
  FROM planes x JOIN actividad a ON a.plan_id = x.p JOIN declarados n ON n.id = a.id
  LEFT JOIN por_actividad c ON c.p = x.p AND c.elemento = a.codigo WHERE c.eliminada IS NOT TRUE
  UNION ALL
  SELECT x.i, x.f, c.elemento, c.contenido ->> 'descripcion',
    ARRAY(SELECT k FROM jsonb_array_elements_text(CASE WHEN jsonb_typeof(c.contenido -> 'tramites') = 'array' THEN c.contenido -> 'tramites' ELSE '[]' END) AS k
      WHERE btrim(k) <> '')
  FROM planes x JOIN cambios c ON c.p = x.p WHERE c.decision = 'incorpora' AND c.tipo = 'actividad' AND c.contenido IS NOT NULL),
estados AS MATERIALIZED (
  SELECT v.i, 'actividad' AS materia, v.codigo, v.descripcion AS nombre, r.explicacion AS razon,
    CASE WHEN r.ejecutada_segun_descripcion = false OR t.no && v.tramites THEN 'noCumplida'
      WHEN r.ejecutada_segun_descripcion AND v.tramites <@ coalesce(t.si, '{}') THEN 'cumplida' ELSE 'pendiente' END AS estado
  FROM vigentes v LEFT JOIN informe_actividad r ON r.informe_id = v.f AND r.actividad = v.codigo
  LEFT JOIN vinculos t ON t.f = v.f AND t.actividad = v.codigo)`;

const NUMERO = Prisma.raw(String.raw`'^-?\d+(\.\d+)?(e[+-]?\d+)?$'`);
const INDICADOR = sql`v ->> 'nombre' AS nombre, (v ->> 'factor')::numeric AS factor, v ->> 'sentido' AS sentido, (v ->> 'meta')::numeric AS meta`;

// The indicators in force and whether they reach their target, measured as `medir` does: the exact quotient, rounded
// once to two decimals or to those of the target if it has more. A test compares both.
const METAS = sql`indicadores AS MATERIALIZED (
  SELECT x.i, x.f, CASE WHEN a.id IS NULL THEN 'satisfaccion' ELSE 'desempeno' END AS materia,
    n.codigo, n.nombre, n.factor::numeric AS factor, n.sentido::text AS sentido, n.meta
  FROM planes x JOIN indicador n ON n.plan_id = x.p LEFT JOIN actividad a ON a.id = n.actividad_id
  LEFT JOIN cambios c ON c.p = x.p AND c.elemento = coalesce(a.codigo, n.codigo)
    AND (c.decision = 'elimina' OR c.componente = CASE WHEN a.id IS NULL THEN 'indicador' ELSE 'indicadoresDesempeno' END)
  WHERE c.p IS NULL
  UNION ALL SELECT x.i, x.f, 'satisfaccion', c.elemento, ${INDICADOR}
  FROM planes x JOIN cambios c ON c.p = x.p, LATERAL (SELECT c.contenido AS v) t
  WHERE jsonb_typeof(v) = 'object' AND (c.componente = 'indicador' OR (c.decision = 'incorpora' AND c.tipo = 'indicadorSatisfaccion'))
  UNION ALL SELECT x.i, x.f, 'desempeno', v ->> 'id', ${INDICADOR}
  FROM planes x JOIN cambios c ON c.p = x.p, LATERAL (SELECT CASE WHEN c.decision = 'incorpora' THEN c.contenido -> 'indicadoresDesempeno' ELSE c.contenido END AS lista) l,
    LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(l.lista) = 'array' THEN l.lista ELSE '[]' END) AS t (v)
  WHERE c.componente = 'indicadoresDesempeno' OR (c.decision = 'incorpora' AND c.tipo = 'actividad')),
medidos AS MATERIALIZED (
  SELECT n.*, r.medido, coalesce(r.analisis_brechas, r.justificacion) AS razon,
    CASE WHEN r.numerador ~ ${NUMERO} AND r.denominador ~ ${NUMERO} AND n.meta IS NOT NULL AND n.factor IN (1, 100) AND n.sentido IN ('ascendente', 'descendente')
        AND btrim(coalesce(n.nombre, '')) <> '' AND r.denominador::numeric <> 0
      THEN round(r.numerador::numeric * n.factor * 1.000000000000000000000000000000 / r.denominador::numeric, greatest(2, scale(trim_scale(n.meta)))) END AS valor
  FROM indicadores n LEFT JOIN informe_indicador r ON r.informe_id = n.f AND r.indicador = n.codigo),
estados AS MATERIALIZED (
  SELECT i, materia, codigo, nombre, razon, CASE WHEN medido = false THEN 'noMedida' WHEN valor IS NULL THEN 'pendiente'
    WHEN (sentido = 'ascendente' AND valor >= meta) OR (sentido = 'descendente' AND valor <= meta) THEN 'alcanzada' ELSE 'noAlcanzada' END AS estado
  FROM medidos)`;

/**
 * Writes what the plan in force and the report of some institutions count for in an exercise: `resumen.hecho` and
 * `resumen.incumplida`, from which theirs were taken before.
 */
export async function escribirHechos(
  tx: Transaccion,
  ejercicioId: string,
  ids: readonly string[],
): Promise<void> {
  const suyos = planes(ejercicioId, ids);
  for (const [estados, incumplida, malo] of [
    [ACTIVIDADES, "actividad", "noCumplida"],
    [METAS, "meta", "noAlcanzada"],
  ] as const)
    await tx.$executeRaw`
      WITH ${suyos}, ${estados},
      malas AS (INSERT INTO resumen.incumplida (ejercicio_id, institucion_id, materia, elemento, nombre, razon)
        SELECT ${ejercicioId}::uuid, i, ${incumplida}, codigo, coalesce(nombre, ''), razon FROM estados WHERE estado = ${malo})
      INSERT INTO resumen.hecho (ejercicio_id, institucion_id, materia, valor, cuantas)
      SELECT ${ejercicioId}::uuid, i, materia, estado, count(*) FROM estados GROUP BY i, materia, estado`;
  await tx.$executeRaw`
    WITH ${suyos}
    INSERT INTO resumen.hecho (ejercicio_id, institucion_id, materia, valor, cuantas)
    SELECT ${ejercicioId}::uuid, i, 'plan', '', 1 FROM planes
    UNION ALL SELECT ${ejercicioId}::uuid, planes.i, 'categoria', c, count(*)
    FROM planes JOIN ajuste a ON a.plan_id = planes.p AND a.categorias <> '{}', unnest(a.categorias) AS c GROUP BY planes.i, c`;
}
