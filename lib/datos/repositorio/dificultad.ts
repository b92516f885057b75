import type { Actor } from "@/lib/flujo/actor";
import { lecturasConActor } from "../transaccion";
import type { AlcanceAnalisis } from "./analisis";

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

const COLUMNAS: Readonly<Record<CampoDificultad, string>> = {
  descripcion: "d.descripcion",
  internos: "d.factores_internos",
  externos: "d.factores_externos",
};

const PLANO = (texto: string) =>
  `translate(lower(${texto}), 'áéíóúàèìòùäëïöüâêîôûãõñç', 'aeiouaeiouaeiouaeiouaonc')`;

// $1 exercise, $2 code, $3 ministry, $4 group, $5 kind, $6 text.
const HALLADAS = (columna: string) => `halladas AS MATERIALIZED (
  SELECT d.id, s.institucion_id AS i, s.codigo, s.nombre, d.tipo, d.descripcion, d.factores_internos, d.factores_externos, d.componentes, ${columna} AS texto
  FROM resumen.situacion s JOIN informe f ON f.institucion_id = s.institucion_id AND f.ejercicio_id = s.ejercicio_id
  JOIN dificultad_holgura d ON d.informe_id = f.id
  WHERE s.ejercicio_id = $1 AND ($2 = '' OR s.codigo = $2) AND ($3 = '' OR s.ministerio = $3)
    AND ($4 = '' OR coalesce(s.grupo_id::text, 'ninguno') = $4) AND ($5 = '' OR d.tipo = $5) AND btrim(coalesce(${columna}, '')) <> ''
    AND ($6 = '' OR position(${PLANO("$6")} IN ${PLANO(columna)}) > 0
      OR to_tsvector('spanish', ${columna}) @@ plainto_tsquery('spanish', $6)))`;

// All the answers from one reading of the texts: they are the long part. A word counts once by institution, under its
// root; what is shown is the form used the most.
const RESPUESTAS = (columna: string) => `WITH ${HALLADAS(columna)},
palabras AS MATERIALIZED (
  SELECT DISTINCT i, palabra FROM halladas, regexp_split_to_table(lower(texto), '[^[:alpha:]]+') AS palabra WHERE length(palabra) > 4),
raices AS MATERIALIZED (
  SELECT palabra, (ts_lexize('spanish_stem', palabra))[1] AS raiz FROM (SELECT DISTINCT palabra FROM palabras) p)
SELECT (SELECT count(*)::int FROM halladas) AS total, (SELECT count(DISTINCT i)::int FROM halladas) AS instituciones,
  (SELECT coalesce(jsonb_agg(k), '[]') FROM (SELECT c AS componente, count(*)::int AS cuantas FROM halladas, unnest(componentes) AS c
    GROUP BY 1 ORDER BY 2 DESC, 1) k) AS "porComponente",
  (SELECT coalesce(jsonb_agg(k), '[]') FROM (SELECT min(btrim(texto)) AS texto, count(*)::int AS veces, count(DISTINCT i)::int AS instituciones
    FROM halladas GROUP BY btrim(regexp_replace(${PLANO("texto")}, '[^a-z0-9]+', ' ', 'g')) ORDER BY 3 DESC, 2 DESC, 1 LIMIT 20) k) AS textos,
  (SELECT coalesce(jsonb_agg(k), '[]') FROM (SELECT mode() WITHIN GROUP (ORDER BY p.palabra) AS palabra, count(DISTINCT p.i)::int AS instituciones
    FROM palabras p JOIN raices r USING (palabra) WHERE r.raiz IS NOT NULL GROUP BY r.raiz HAVING count(DISTINCT p.i) > 1
    ORDER BY 2 DESC, 1 LIMIT 20) k) AS temas,
  (SELECT coalesce(jsonb_agg(k), '[]') FROM (SELECT id, codigo, nombre AS institucion, tipo, descripcion, factores_internos AS internos,
    factores_externos AS externos, componentes FROM halladas ORDER BY nombre, descripcion LIMIT $7) k) AS lista`;

/**
 * Difficulties and slacks of the institutions of an exercise that the actor reaches: how many, in which components, the
 * texts that repeat, the words that repeat, and one by one.
 * @param limite rows of the list one by one
 */
export async function leerDificultades(
  actor: Actor,
  ejercicioId: string,
  { institucion, ministerio, grupo }: AlcanceAnalisis,
  { campo, tipo, texto }: BusquedaDificultades,
  limite: number,
): Promise<Dificultades> {
  const valores = [ejercicioId, institucion, ministerio, grupo, tipo, texto.trim()];
  const [leidas] = await lecturasConActor(actor, "analisis.dificultades", [
    { texto: RESPUESTAS(COLUMNAS[campo]), valores: [...valores, limite] },
  ]);
  return leidas?.rows[0] as Dificultades;
}
