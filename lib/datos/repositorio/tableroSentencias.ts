import type { Actor } from "@/lib/flujo/actor";
import { comoSeBusca, type FiltroTablero, SIN_GRUPO } from "@/lib/flujo/tablero";
import type { Sentencia } from "../transaccionEnvio";
import type { PedidoTablero } from "./tablero";

// $1 exercise, $2 instant, $3 text, $4 ministry, $5 group, $6 stage, $7 condition.
const FILTRADAS = `FROM resumen.situacion s WHERE s.ejercicio_id = $1
  AND ($3 = '' OR position($3 IN s.busca) > 0) AND ($4 = '' OR s.ministerio = $4)
  AND ($5 = '' OR coalesce(s.grupo_id::text, '${SIN_GRUPO}') = $5) AND ($6 = '' OR s.etapa = $6)
  AND CASE $7 WHEN '' THEN true WHEN 'atraso' THEN s.vence_plan <= $2 OR s.vence_envio <= $2
    WHEN 'prorroga' THEN s.prorroga ELSE s.abiertas > 0 END`;

// The same columns from the counts kept, or counted now among the institutions that pass the filters.
const CELDAS_VIVAS = `SELECT d.dimension, d.valor, s.etapa, s.vence_plan, s.vence_envio, s.instituciones, s.plan, s.informe, s.difusion,
    s.envio, s.revision, s.con_prorroga AS prorroga
  FROM (SELECT s.* ${FILTRADAS.replace("resumen.situacion", "resumen.aporte")}) s,
    LATERAL (VALUES ('todo', ''), ($8::text, CASE $8 WHEN 'ministerio' THEN s.ministerio ELSE coalesce(s.grupo_id::text, '${SIN_GRUPO}') END)) AS d (dimension, valor)`;

const SUMADAS = [
  "instituciones",
  "atrasadas",
  "plan",
  "informe",
  "difusion",
  "envio",
  "revision",
  "prorroga",
] as const;
const sumas = (columnas: readonly string[]) => columnas.map((c) => `sum(${c})::int AS ${c}`).join(", ");

// By stage first, so that the counts of a value are one object.
const cuentas = (celdas: string) => `
  WITH e AS (
    SELECT dimension, valor, etapa, ${sumas(SUMADAS.filter((columna) => columna !== "atrasadas"))},
      coalesce(sum(instituciones) FILTER (WHERE vence_plan <= $2 OR vence_envio <= $2), 0)::int AS atrasadas
    FROM (${celdas}) c GROUP BY 1, 2, 3)
  SELECT dimension, valor, jsonb_object_agg(etapa, instituciones) AS etapas, ${sumas(SUMADAS)} FROM e GROUP BY 1, 2 ORDER BY 1, 2`;

const COLUMNAS = `s.codigo, s.nombre, s.ministerio, s.grupo_id AS grupo, s.etapa,
  s.decididas, s.elementos, s.informadas, s.actividades, s.instancias, s.abiertas, s.prorroga, s.vence_plan AS "vencePlan",
  s.vence_envio AS "venceEnvio", s.plan_en AS "planEn", s.informe_en AS "informeEn", s.enviado_en AS "enviadoEn", s.decidido_en AS "decididoEn"`;

const LISTA = `SELECT ${COLUMNAS} ${FILTRADAS} ORDER BY s.nombre, s.institucion_id LIMIT $8 OFFSET $9`;
// Without filters the planner goes by the index of names and stops at the page.
const LISTA_ENTERA = `SELECT ${COLUMNAS} FROM resumen.situacion s WHERE s.ejercicio_id = $1 ORDER BY s.nombre, s.institucion_id LIMIT $2 OFFSET $3`;

const DIAS = `SELECT serie, to_char(dia, 'YYYY-MM-DD') AS dia, instituciones AS cuantas FROM resumen.dia WHERE ejercicio_id = $1`;
const DIAS_VIVOS = `SELECT h.serie, to_char(h.en AT TIME ZONE 'America/Santiago', 'YYYY-MM-DD') AS dia, count(*)::int AS cuantas
  FROM (SELECT s.* ${FILTRADAS}) s, LATERAL (VALUES ('plan', s.plan_en), ('informe', s.informe_en), ('envio', s.enviado_en), ('revision', s.decidido_en)) AS h (serie, en)
  WHERE h.en IS NOT NULL GROUP BY 1, 2`;

const estaVacio = ({ texto, ministerio, grupo, etapa, con }: FiltroTablero) =>
  texto.trim() === "" && ministerio === "" && grupo === "" && etapa === "" && con === "";

/** Groups of an exercise, by name. */
export const GRUPOS = (ejercicioId: string): Sentencia => ({
  nombre: "cseu_tablero_grupos",
  texto: "SELECT id, nombre FROM grupo WHERE ejercicio_id = $1 ORDER BY nombre",
  valores: [ejercicioId],
});
/** Ministries of an exercise, by name. */
export const MINISTERIOS = (ejercicioId: string): Sentencia => ({
  nombre: "cseu_tablero_ministerios",
  texto:
    "SELECT DISTINCT valor FROM resumen.celda WHERE ejercicio_id = $1 AND dimension = 'ministerio' AND instituciones > 0 ORDER BY 1",
  valores: [ejercicioId],
});

const valoresDe = ({
  ejercicioId,
  filtro,
  ahora,
}: Pick<PedidoTablero, "ejercicioId" | "filtro" | "ahora">) => [
  ejercicioId,
  ahora,
  comoSeBusca(filtro.texto),
  filtro.ministerio,
  filtro.grupo,
  filtro.etapa,
  filtro.con,
];

/**
 * What the board asks, in this order: counts, days, page of the table, groups and, unless the counts already name them,
 * ministries.
 */
export function sentencias(
  actor: Actor,
  { ejercicioId, filtro, por, ahora, desde, cuantas }: PedidoTablero,
): Sentencia[] {
  const filtros = valoresDe({ ejercicioId, filtro, ahora });
  const guardadas = estaVacio(filtro) && actor.alcance === "*";
  const listas = [GRUPOS(ejercicioId), MINISTERIOS(ejercicioId)];
  if (guardadas) {
    return [
      {
        nombre: "cseu_tablero_cuentas",
        texto: cuentas("SELECT * FROM resumen.celda WHERE ejercicio_id = $1 AND dimension IN ('todo', $3)"),
        valores: [ejercicioId, ahora, por],
      },
      { nombre: "cseu_tablero_dias", texto: DIAS, valores: [ejercicioId] },
      { nombre: "cseu_tablero_lista", texto: LISTA_ENTERA, valores: [ejercicioId, cuantas, desde] },
      // Split by ministry, the counts already name every one.
      ...(por === "ministerio" ? listas.slice(0, 1) : listas),
    ];
  }
  return [
    { texto: cuentas(CELDAS_VIVAS), valores: [...filtros, por] },
    { texto: DIAS_VIVOS, valores: filtros },
    { texto: LISTA, valores: [...filtros, cuantas, desde] },
    ...listas,
  ];
}

/** Every institution that passes the filters, in one list. */
export function sentenciaEntera({
  ejercicioId,
  filtro,
  ahora,
}: Pick<PedidoTablero, "ejercicioId" | "filtro" | "ahora">): Sentencia {
  return { texto: LISTA, valores: [...valoresDe({ ejercicioId, filtro, ahora }), 100_000, 0] };
}
