import type { Actor } from "@/lib/flujo/actor";
import { lecturasConActor } from "../transaccion";

/** Of whom the analysis speaks: blank means all. `institucion` is a code; `grupo`, an id or «ninguno». */
export type AlcanceAnalisis = {
  readonly institucion: string;
  readonly ministerio: string;
  readonly grupo: string;
};

/** How often a category justifies a change. */
export type CategoriaContada = {
  readonly categoria: string;
  readonly cambios: number;
  readonly instituciones: number;
};

export type ClaseIndicador = "desempeno" | "satisfaccion";
export type EstadoMeta = "alcanzada" | "noAlcanzada" | "noMedida" | "pendiente";
export type MetasContadas = {
  readonly clase: ClaseIndicador;
  readonly estado: EstadoMeta;
  readonly cuantas: number;
};

export type EstadoActividad = "cumplida" | "noCumplida" | "pendiente";
export type ActividadesContadas = { readonly estado: EstadoActividad; readonly cuantas: number };

/** An activity not fulfilled, or an indicator that missed its target, of some institution. */
export type Incumplida = {
  readonly codigo: string;
  readonly institucion: string;
  readonly elemento: string;
  readonly nombre: string;
  readonly razon: string | null;
};

export type Analisis = {
  readonly instituciones: number;
  readonly categorias: readonly CategoriaContada[];
  readonly metas: readonly MetasContadas[];
  readonly actividades: readonly ActividadesContadas[];
  readonly actividadesIncumplidas: readonly Incumplida[];
  readonly metasIncumplidas: readonly Incumplida[];
};

// $1 exercise, $2 code, $3 ministry, $4 group.
const PLANES = `planes AS MATERIALIZED (
  SELECT s.institucion_id AS i, s.codigo, s.nombre, p.id AS p, f.id AS f
  FROM resumen.situacion s JOIN plan p ON p.institucion_id = s.institucion_id AND p.ejercicio_id = s.ejercicio_id
  LEFT JOIN informe f ON f.institucion_id = s.institucion_id AND f.ejercicio_id = s.ejercicio_id
  WHERE s.ejercicio_id = $1 AND ($2 = '' OR s.codigo = $2) AND ($3 = '' OR s.ministerio = $3)
    AND ($4 = '' OR coalesce(s.grupo_id::text, 'ninguno') = $4)),
cambios AS MATERIALIZED (
  SELECT a.plan_id AS p, a.elemento, a.componente, a.decision, a.tipo, a.contenido FROM planes JOIN ajuste a ON a.plan_id = planes.p
  WHERE a.decision <> 'mantiene')`;

// The activities of the plan in force (as `aplicarAjustes` gives it) and whether they were fulfilled (note 5).
const ACTIVIDADES = `por_actividad AS MATERIALIZED (
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
  SELECT x.p, x.f, x.codigo AS institucion, x.nombre AS nombre_institucion, a.codigo, coalesce(c.descripcion, a.descripcion) AS descripcion,
    coalesce(CASE WHEN c.tramites IS NULL THEN n.tramites
      ELSE ARRAY(SELECT k FROM jsonb_array_elements_text(c.tramites) AS k WHERE btrim(k) <> '') END, '{}') AS tramites
  FROM planes x JOIN actividad a ON a.plan_id = x.p JOIN declarados n ON n.id = a.id
  LEFT JOIN por_actividad c ON c.p = x.p AND c.elemento = a.codigo WHERE c.eliminada IS NOT TRUE
  UNION ALL
  SELECT x.p, x.f, x.codigo, x.nombre, c.elemento, c.contenido ->> 'descripcion',
    ARRAY(SELECT k FROM jsonb_array_elements_text(CASE WHEN jsonb_typeof(c.contenido -> 'tramites') = 'array' THEN c.contenido -> 'tramites' ELSE '[]' END) AS k
      WHERE btrim(k) <> '')
  FROM planes x JOIN cambios c ON c.p = x.p WHERE c.decision = 'incorpora' AND c.tipo = 'actividad' AND c.contenido IS NOT NULL),
estados AS MATERIALIZED (
  SELECT v.institucion, v.nombre_institucion, v.codigo, v.descripcion, r.explicacion,
    CASE WHEN r.ejecutada_segun_descripcion = false OR t.no && v.tramites THEN 'noCumplida'
      WHEN r.ejecutada_segun_descripcion AND v.tramites <@ coalesce(t.si, '{}') THEN 'cumplida' ELSE 'pendiente' END AS estado
  FROM vigentes v LEFT JOIN informe_actividad r ON r.informe_id = v.f AND r.actividad = v.codigo
  LEFT JOIN vinculos t ON t.f = v.f AND t.actividad = v.codigo)`;

const NUMERO = String.raw`'^-?\d+(\.\d+)?(e[+-]?\d+)?$'`;
const INDICADOR = `v ->> 'nombre' AS nombre, (v ->> 'factor')::numeric AS factor, v ->> 'sentido' AS sentido, (v ->> 'meta')::numeric AS meta`;

// The indicators in force and whether they reach their target, measured as `medir` does: the exact quotient, rounded
// once to two decimals or to those of the target if it has more. A test compares both.
const INDICADORES = `indicadores AS MATERIALIZED (
  SELECT x.p, x.f, x.codigo AS institucion, x.nombre AS nombre_institucion, CASE WHEN a.id IS NULL THEN 'satisfaccion' ELSE 'desempeno' END AS clase,
    n.codigo, n.nombre, n.factor::numeric AS factor, n.sentido::text AS sentido, n.meta
  FROM planes x JOIN indicador n ON n.plan_id = x.p LEFT JOIN actividad a ON a.id = n.actividad_id
  LEFT JOIN cambios c ON c.p = x.p AND c.elemento = coalesce(a.codigo, n.codigo)
    AND (c.decision = 'elimina' OR c.componente = CASE WHEN a.id IS NULL THEN 'indicador' ELSE 'indicadoresDesempeno' END)
  WHERE c.p IS NULL
  UNION ALL SELECT x.p, x.f, x.codigo, x.nombre, 'satisfaccion', c.elemento, ${INDICADOR}
  FROM planes x JOIN cambios c ON c.p = x.p, LATERAL (SELECT c.contenido AS v) t
  WHERE jsonb_typeof(v) = 'object' AND (c.componente = 'indicador' OR (c.decision = 'incorpora' AND c.tipo = 'indicadorSatisfaccion'))
  UNION ALL SELECT x.p, x.f, x.codigo, x.nombre, 'desempeno', v ->> 'id', ${INDICADOR}
  FROM planes x JOIN cambios c ON c.p = x.p, LATERAL (SELECT CASE WHEN c.decision = 'incorpora' THEN c.contenido -> 'indicadoresDesempeno' ELSE c.contenido END AS lista) l,
    LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(l.lista) = 'array' THEN l.lista ELSE '[]' END) AS t (v)
  WHERE c.componente = 'indicadoresDesempeno' OR (c.decision = 'incorpora' AND c.tipo = 'actividad')),
medidos AS MATERIALIZED (
  SELECT n.*, r.medido, coalesce(r.analisis_brechas, r.justificacion) AS razon,
    CASE WHEN r.numerador ~ ${NUMERO} AND r.denominador ~ ${NUMERO} AND n.meta IS NOT NULL AND n.factor IN (1, 100) AND n.sentido IN ('ascendente', 'descendente')
        AND btrim(coalesce(n.nombre, '')) <> '' AND r.denominador::numeric <> 0
      THEN round(r.numerador::numeric * n.factor * 1.000000000000000000000000000000 / r.denominador::numeric, greatest(2, scale(trim_scale(n.meta)))) END AS valor
  FROM indicadores n LEFT JOIN informe_indicador r ON r.informe_id = n.f AND r.indicador = n.codigo),
resultados AS MATERIALIZED (
  SELECT *, CASE WHEN medido = false THEN 'noMedida' WHEN valor IS NULL THEN 'pendiente'
    WHEN (sentido = 'ascendente' AND valor >= meta) OR (sentido = 'descendente' AND valor <= meta) THEN 'alcanzada' ELSE 'noAlcanzada' END AS estado
  FROM medidos)`;

// Nothing tells the planner how many rows a part of these will have, and it guesses one: it would walk them all for each
// of the others. Joined by hashing they cost what they weigh.
const EN_BLOQUE = {
  texto: "SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)",
};

/** Rows of what was not fulfilled that a screen shows; the workbook brings them all. */
export const INCUMPLIDAS_EN_PANTALLA = 50;

/**
 * Categories, targets and activities of the institutions of an exercise that the actor reaches, by the plan in force
 * and what the report says today.
 * @param limite rows of each list of what was not fulfilled
 */
export async function leerAnalisis(
  actor: Actor,
  ejercicioId: string,
  { institucion, ministerio, grupo }: AlcanceAnalisis,
  limite: number,
): Promise<Analisis> {
  const valores = [ejercicioId, institucion, ministerio, grupo];
  const [, planes, categorias, actividades, metas] = await lecturasConActor(actor, "analisis.leer", [
    // One institution is few rows, found by their indexes.
    institucion === "" ? EN_BLOQUE : { texto: "SELECT 1" },
    { texto: `WITH ${PLANES} SELECT count(*)::int AS n FROM planes`, valores },
    {
      texto: `WITH ${PLANES} SELECT c AS categoria, count(*)::int AS cambios, count(DISTINCT planes.i)::int AS instituciones
        FROM planes JOIN ajuste a ON a.plan_id = planes.p AND a.categorias <> '{}', unnest(a.categorias) AS c GROUP BY 1 ORDER BY 1`,
      valores,
    },
    {
      texto: `WITH ${PLANES}, ${ACTIVIDADES} SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('estado', estado, 'cuantas', n)), '[]')
          FROM (SELECT estado, count(*) AS n FROM estados GROUP BY 1) k) AS cuentas,
        (SELECT coalesce(jsonb_agg(l), '[]') FROM (SELECT institucion AS codigo, nombre_institucion AS institucion, codigo AS elemento,
            descripcion AS nombre, explicacion AS razon FROM estados WHERE estado = 'noCumplida' ORDER BY 2, 3 LIMIT $5) l) AS lista`,
      valores: [...valores, limite],
    },
    {
      texto: `WITH ${PLANES}, ${INDICADORES} SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('clase', clase, 'estado', estado, 'cuantas', n)), '[]')
          FROM (SELECT clase, estado, count(*) AS n FROM resultados GROUP BY 1, 2) k) AS cuentas,
        (SELECT coalesce(jsonb_agg(l), '[]') FROM (SELECT institucion AS codigo, nombre_institucion AS institucion, codigo AS elemento,
            nombre, razon FROM resultados WHERE estado = 'noAlcanzada' ORDER BY 2, 3 LIMIT $5) l) AS lista`,
      valores: [...valores, limite],
    },
  ]);
  type Fila<C> = { cuentas: C[]; lista: Incumplida[] } | undefined;
  const deActividades = actividades?.rows[0] as Fila<ActividadesContadas>;
  const deMetas = metas?.rows[0] as Fila<MetasContadas>;
  return {
    instituciones: (planes?.rows[0] as { n: number } | undefined)?.n ?? 0,
    categorias: (categorias?.rows ?? []) as CategoriaContada[],
    metas: deMetas?.cuentas ?? [],
    actividades: deActividades?.cuentas ?? [],
    actividadesIncumplidas: deActividades?.lista ?? [],
    metasIncumplidas: deMetas?.lista ?? [],
  };
}
