import type { Actor } from "@/lib/flujo/actor";
import {
  type Cuenta,
  comoSeBusca,
  type DiaContado,
  type Dimension,
  type Etapa,
  type FiltroTablero,
  SIN_GRUPO,
} from "@/lib/flujo/tablero";
import { consultaConActor, loteConActor } from "../transaccion";
import type { Sentencia } from "../transaccionEnvio";
import type { Ejercicio } from "./ejercicio";

/** The exercise that counts at an instant, in one trip; null when there is none. */
export async function ejercicioDelTablero(actor: Actor, ahora: Date): Promise<Ejercicio | null> {
  const { rows } = await consultaConActor<Ejercicio>(actor, "tablero.ejercicio", {
    nombre: "cseu_tablero_ejercicio",
    texto: `SELECT id, anio, edicion, apertura_ajuste AS "aperturaAjuste", cierre_ajuste AS "cierreAjuste",
      apertura_envio AS "aperturaEnvio", cierre_envio AS "cierreEnvio" FROM ejercicio WHERE id = ejercicio_en_curso($1)`,
    valores: [ahora],
  });
  return rows[0] ?? null;
}

/** An institution on the board. */
export type FilaTablero = {
  readonly codigo: string;
  readonly nombre: string;
  readonly ministerio: string;
  readonly grupo: string | null;
  readonly etapa: Etapa;
  readonly decididas: number;
  readonly elementos: number;
  readonly informadas: number;
  readonly actividades: number;
  readonly instancias: number;
  readonly abiertas: number;
  readonly prorroga: boolean;
  /** First instant late of what is still owed; null when it is done. */
  readonly vencePlan: Date | null;
  readonly venceEnvio: Date | null;
  readonly planEn: Date | null;
  readonly informeEn: Date | null;
  readonly enviadoEn: Date | null;
  readonly decididoEn: Date | null;
};

/** Counts of one value of a dimension. */
export type CuentaDe = Cuenta & { readonly valor: string };

export type SerieDias = "plan" | "informe" | "envio" | "revision";

export type TableroLeido = {
  readonly total: Cuenta;
  readonly conProrroga: number;
  readonly partes: readonly CuentaDe[];
  readonly dias: Readonly<Record<SerieDias, readonly DiaContado[]>>;
  readonly filas: readonly FilaTablero[];
  readonly ministerios: readonly string[];
  readonly grupos: readonly { readonly id: string; readonly nombre: string }[];
};

export type PedidoTablero = {
  readonly ejercicioId: string;
  readonly filtro: FiltroTablero;
  readonly por: Dimension;
  readonly ahora: Date;
  /** Rows of the table to read. */
  readonly desde: number;
  readonly cuantas: number;
};

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

type FilaCuenta = {
  dimension: string;
  valor: string;
  instituciones: number;
  atrasadas: number;
  etapas: Partial<Record<Etapa, number>>;
  plan: number;
  informe: number;
  difusion: number;
  envio: number;
  revision: number;
  prorroga: number;
};

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

const GRUPOS = (ejercicioId: string): Sentencia => ({
  nombre: "cseu_tablero_grupos",
  texto: "SELECT id, nombre FROM grupo WHERE ejercicio_id = $1 ORDER BY nombre",
  valores: [ejercicioId],
});
const MINISTERIOS = (ejercicioId: string): Sentencia => ({
  nombre: "cseu_tablero_ministerios",
  texto:
    "SELECT DISTINCT valor FROM resumen.celda WHERE ejercicio_id = $1 AND dimension = 'ministerio' AND instituciones > 0 ORDER BY 1",
  valores: [ejercicioId],
});

function sentencias(
  actor: Actor,
  { ejercicioId, filtro, por, ahora, desde, cuantas }: PedidoTablero,
): Sentencia[] {
  const filtros = [
    ejercicioId,
    ahora,
    comoSeBusca(filtro.texto),
    filtro.ministerio,
    filtro.grupo,
    filtro.etapa,
    filtro.con,
  ];
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

function aCuenta({
  valor,
  instituciones,
  atrasadas,
  etapas,
  plan,
  informe,
  difusion,
  envio,
  revision,
}: FilaCuenta): CuentaDe {
  return { valor, instituciones, atrasadas, etapas, listas: { plan, informe, difusion, envio, revision } };
}

const NINGUNA: FilaCuenta = {
  dimension: "todo",
  valor: "",
  instituciones: 0,
  atrasadas: 0,
  etapas: {},
  plan: 0,
  informe: 0,
  difusion: 0,
  envio: 0,
  revision: 0,
  prorroga: 0,
};

type Grupo = { readonly id: string; readonly nombre: string };

/** The rows with the names of their groups: a few hundred names cost less here than one search by row. */
function conGrupo(filas: readonly unknown[] = [], grupos: readonly unknown[] = []): FilaTablero[] {
  const nombres = new Map((grupos as Grupo[]).map(({ id, nombre }) => [id, nombre]));
  return (filas as FilaTablero[]).map((fila) => ({ ...fila, grupo: nombres.get(fila.grupo ?? "") ?? null }));
}

/**
 * The board of an exercise as the summary has it (see `actualizarResumen`), for the institutions the actor reaches, in
 * one trip. Without filters and with the whole reach it reads counts already made.
 */
export async function leerTablero(actor: Actor, pedido: PedidoTablero): Promise<TableroLeido> {
  const [contadas, dias, filas, grupos, ministerios] = await loteConActor(
    actor,
    "tablero.leer",
    sentencias(actor, pedido),
  );
  const porDimension = (contadas?.rows ?? []) as FilaCuenta[];
  const todo = porDimension.find(({ dimension }) => dimension === "todo") ?? NINGUNA;
  const partes = porDimension.filter(({ dimension }) => dimension === pedido.por).map(aCuenta);
  const contados = (dias?.rows ?? []) as (DiaContado & { serie: SerieDias })[];
  const de = (serie: SerieDias) =>
    contados.filter((fila) => fila.serie === serie).map(({ dia, cuantas }) => ({ dia, cuantas }));
  return {
    total: aCuenta(todo),
    conProrroga: todo.prorroga,
    partes,
    dias: { plan: de("plan"), informe: de("informe"), envio: de("envio"), revision: de("revision") },
    filas: conGrupo(filas?.rows, grupos?.rows),
    ministerios: ((ministerios?.rows ?? partes) as { valor: string }[]).map(({ valor }) => valor),
    grupos: (grupos?.rows ?? []) as Grupo[],
  };
}

/** Every institution that passes the filters, for the workbook. */
export async function leerTableroEntero(
  actor: Actor,
  { ejercicioId, filtro, ahora }: Pick<PedidoTablero, "ejercicioId" | "filtro" | "ahora">,
): Promise<FilaTablero[]> {
  const filtros = [
    ejercicioId,
    ahora,
    comoSeBusca(filtro.texto),
    filtro.ministerio,
    filtro.grupo,
    filtro.etapa,
    filtro.con,
  ];
  const [filas, grupos] = await loteConActor(actor, "tablero.exportar", [
    { texto: LISTA, valores: [...filtros, 100_000, 0] },
    GRUPOS(ejercicioId),
  ]);
  return conGrupo(filas?.rows, grupos?.rows);
}

/** Ministries and groups of an exercise, to choose among them. */
export async function leerPartesDelTablero(
  actor: Actor,
  ejercicioId: string,
): Promise<Pick<TableroLeido, "ministerios" | "grupos">> {
  const [grupos, ministerios] = await loteConActor(actor, "tablero.partes", [
    GRUPOS(ejercicioId),
    MINISTERIOS(ejercicioId),
  ]);
  return {
    grupos: (grupos?.rows ?? []) as Grupo[],
    ministerios: ((ministerios?.rows ?? []) as { valor: string }[]).map(({ valor }) => valor),
  };
}
