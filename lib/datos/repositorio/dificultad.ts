import type { Actor } from "@/lib/flujo/actor";
import { lecturasConActor } from "../transaccion";
import { type AlcanceAnalisis, deQuien, sonTodas } from "./analisis";
import { aportesDeDichos } from "./analisisDichos";
import { LLANO } from "./llano";

/** Which text of a difficulty or slack is looked at. */
export type CampoDificultad = "descripcion" | "internos" | "externos";

export type BusquedaDificultades = {
  readonly campo: CampoDificultad;
  readonly tipo: "dificultad" | "holgura" | "";
  /** Words looked for, in any of their forms; or part of one. */
  readonly texto: string;
};

/** The same text, however it was written, with how many said it. */
export type TextoAgrupado = {
  readonly texto: string;
  readonly veces: number;
  readonly instituciones: number;
};

/** A word that many use, in the form they use the most. */
export type Tema = { readonly palabra: string; readonly instituciones: number };

export type Dificultad = {
  readonly id: string;
  readonly codigo: string;
  readonly institucion: string;
  readonly tipo: string | null;
  readonly descripcion: string | null;
  readonly internos: string | null;
  readonly externos: string | null;
  readonly componentes: readonly string[];
};

export type Dificultades = {
  /** Difficulties and slacks that pass the search, and the institutions that told them. */
  readonly total: number;
  readonly instituciones: number;
  readonly porComponente: readonly { readonly componente: string; readonly cuantas: number }[];
  readonly textos: readonly TextoAgrupado[];
  readonly temas: readonly Tema[];
  readonly lista: readonly Dificultad[];
};

// $1 exercise, $2 field, $3 kind, $4 text.
const HALLADOS = (
  tambien = "",
) => `FROM resumen.situacion s JOIN resumen.dicho d USING (ejercicio_id, institucion_id) ${tambien}
  WHERE ${deQuien(5)} AND d.campo = $2 AND ($3 = '' OR d.tipo = $3)
    AND ($4 = '' OR position(${LLANO("$4")} IN d.llano) > 0 OR d.vector @@ plainto_tsquery('spanish', $4))`;

// The same counts from those kept, or made now among the texts that pass the search.
const VIVAS = `WITH dichos AS MATERIALIZED (SELECT d.* ${HALLADOS()}),
sumas AS MATERIALIZED (
  SELECT ejercicio_id, materia, valor, sum(cuantas)::int AS cuantas, count(*)::int AS instituciones
  FROM (${aportesDeDichos("dichos")}) a GROUP BY 1, 2, 3)`;

const sumadas = (de: string, materia: string) =>
  `FROM ${de} k WHERE k.ejercicio_id = $1 AND k.materia = '${materia}/' || $2 || '/' || $3`;
const MAYORES = "ORDER BY k.instituciones DESC, k.cuantas DESC, k.valor LIMIT 20";
const filas = (consulta: string) => `(SELECT coalesce(jsonb_agg(f), '[]') FROM (${consulta}) f)`;

// A word counts once by institution, under its root; what is shown is the form that most of them use.
const CUENTAS = (de: string) => `
SELECT coalesce((SELECT k.cuantas ${sumadas(de, "dicho")}), 0) AS total,
  coalesce((SELECT k.instituciones ${sumadas(de, "dicho")}), 0) AS instituciones,
  ${filas(`SELECT k.valor AS componente, k.cuantas ${sumadas(de, "componente")} ORDER BY k.cuantas DESC, k.valor`)} AS "porComponente",
  ${filas(`SELECT (SELECT d.texto FROM resumen.dicho d WHERE d.ejercicio_id = $1 AND d.campo = $2 AND d.clave = k.valor ORDER BY d.dificultad_id LIMIT 1) AS texto,
    k.cuantas AS veces, k.instituciones ${sumadas(de, "texto")} ${MAYORES}`)} AS textos,
  ${filas(`SELECT (SELECT split_part(o.valor, ' ', 2) FROM ${de} o WHERE o.ejercicio_id = $1 AND o.materia = 'forma/' || $2 || '/' || $3
      AND o.valor >= k.valor || ' ' AND o.valor < k.valor || '!' ORDER BY o.instituciones DESC, o.valor LIMIT 1) AS palabra,
    k.instituciones ${sumadas(de, "tema")} AND k.instituciones > 1 ${MAYORES}`)} AS temas`;

const LISTA = `SELECT x.id, s.codigo, s.nombre AS institucion, x.tipo, x.descripcion, x.factores_internos AS internos,
    x.factores_externos AS externos, x.componentes
  ${HALLADOS("JOIN dificultad_holgura x ON x.id = d.dificultad_id")}
  ORDER BY s.nombre, s.institucion_id, x.descripcion LIMIT $8`;

/**
 * Difficulties and slacks of the institutions of an exercise that the actor reaches: how many, in which components, the
 * texts that repeat, the words that repeat, and one by one; as `actualizarAnalisis` left them.
 * @param limite rows of the list one by one
 */
export async function leerDificultades(
  actor: Actor,
  ejercicioId: string,
  quienes: AlcanceAnalisis,
  { campo, tipo, texto }: BusquedaDificultades,
  limite: number,
): Promise<Dificultades> {
  const { institucion, ministerio, grupo } = quienes;
  const busqueda = [ejercicioId, campo, tipo, texto.trim(), institucion, ministerio, grupo];
  const [cuentas, lista] = await lecturasConActor(actor, "analisis.dificultades", [
    sonTodas(actor, quienes) && texto.trim() === ""
      ? { texto: CUENTAS("resumen.suma"), valores: [ejercicioId, campo, tipo] }
      : { texto: `${VIVAS} ${CUENTAS("sumas")}`, valores: busqueda },
    { texto: LISTA, valores: [...busqueda, limite] },
  ]);
  return { ...(cuentas?.rows[0] as Omit<Dificultades, "lista">), lista: (lista?.rows ?? []) as Dificultad[] };
}
