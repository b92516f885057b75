import { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";
import { LLANO } from "./llano";

const llano = Prisma.raw(LLANO("texto"));

/**
 * Writes what the difficulties and slacks of some institutions say in an exercise: `resumen.dicho`, from which theirs
 * were taken before. A word is of over four letters, under its root in Spanish.
 */
export async function escribirDichos(
  tx: Transaccion,
  ejercicioId: string,
  ids: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    WITH textos AS MATERIALIZED (
      SELECT f.institucion_id AS i, d.id, t.campo, nullif(d.tipo, '') AS tipo, t.texto, d.componentes
      FROM informe f JOIN dificultad_holgura d ON d.informe_id = f.id,
        LATERAL (VALUES ('descripcion', d.descripcion), ('internos', d.factores_internos), ('externos', d.factores_externos)) AS t (campo, texto)
      WHERE f.ejercicio_id = ${ejercicioId}::uuid AND f.institucion_id = ANY (${ids}::uuid[]) AND btrim(coalesce(t.texto, '')) <> ''),
    palabras AS MATERIALIZED (
      SELECT DISTINCT id, campo, palabra FROM textos, regexp_split_to_table(lower(texto), '[^[:alpha:]]+') AS palabra WHERE length(palabra) > 4),
    raices AS MATERIALIZED (
      SELECT palabra, (ts_lexize('spanish_stem', palabra))[1] AS raiz FROM (SELECT DISTINCT palabra FROM palabras) p),
    enraizadas AS MATERIALIZED (
      SELECT id, campo, array_agg(raiz ORDER BY palabra) AS raices, array_agg(palabra ORDER BY palabra) AS palabras
      FROM palabras JOIN raices USING (palabra) WHERE raiz IS NOT NULL GROUP BY id, campo)
    INSERT INTO resumen.dicho (ejercicio_id, institucion_id, dificultad_id, campo, tipo, texto, llano, vector, clave, componentes, raices, palabras)
    SELECT ${ejercicioId}::uuid, i, id, campo, tipo, btrim(texto), ${llano}, to_tsvector('spanish', texto),
      md5(btrim(regexp_replace(${llano}, '[^a-z0-9]+', ' ', 'g'))), componentes, coalesce(raices, '{}'), coalesce(palabras, '{}')
    FROM textos LEFT JOIN enraizadas USING (id, campo)`;
}

/**
 * What rows of `resumen.dicho` count for, by institution: (ejercicio_id, institucion_id, materia, valor, cuantas). The
 * subject says the field and the kind («tema/internos/dificultad»; without kind, both).
 * @param dichos SQL of where they come from
 */
export const aportesDeDichos = (dichos: string) => `
  SELECT d.ejercicio_id, d.institucion_id, m.materia || '/' || d.campo || '/' || t.tipo AS materia, m.valor, count(*)::int AS cuantas
  FROM ${dichos} d, LATERAL (VALUES (''), (d.tipo)) AS t (tipo),
    LATERAL (SELECT 'dicho' AS materia, '' AS valor UNION ALL SELECT 'texto', d.clave UNION ALL SELECT 'componente', unnest(d.componentes)
      UNION ALL SELECT 'tema', unnest(d.raices) UNION ALL SELECT 'forma', r || ' ' || p FROM unnest(d.raices, d.palabras) AS f (r, p)) AS m
  WHERE t.tipo IS NOT NULL GROUP BY 1, 2, 3, 4`;
