import type { Alcance } from "@/lib/flujo/actor";
import { type FechasRonda, hastaCuandoSeResponde } from "@/lib/flujo/ronda";
import type { Bandeja, EstadoBandeja, FilaBandeja, FiltroBandeja } from "@/lib/flujo/vistaBandeja";
import { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";
import { enAlcance } from "./alcance";
import { quienRevisa, revisaAhora } from "./cobertura";
import { llano } from "./llano";

const { sql } = Prisma;

export type ConsultaBandeja = FiltroBandeja & {
  readonly ejercicioId: string;
  readonly usuarioId: string;
  readonly alcance: Alcance;
  /** An external validator reads the final round alone. */
  readonly soloFinal: boolean;
  readonly ahora: Date;
  readonly porPagina: number;
};

const DIA_MS = 86_400_000;

const Y = " AND ";

function deInstitucion(q: ConsultaBandeja): Prisma.Sql {
  const partes: Prisma.Sql[] = [sql`i.activa`, enAlcance(sql`i.id`, q.alcance)];
  if (q.vista === "mias") partes.push(sql`a.usuario_id = ${q.usuarioId}::uuid`);
  if (q.vista === "grupo")
    partes.push(
      sql`gi.grupo_id IN (SELECT r.grupo_id FROM ${quienRevisa(q.ahora)} r WHERE r.usuario_id = ${q.usuarioId}::uuid)`,
    );
  if (q.ministerio) partes.push(sql`i.ministerio = ${q.ministerio}`);
  if (q.buscar) {
    const patron = `%${q.buscar.replace(/[\\%_]/g, "\\$&")}%`;
    const buscado = llano(sql`${patron}::text`);
    partes.push(sql`(${llano(sql`i.nombre`)} LIKE ${buscado} OR ${llano(sql`i.codigo`)} LIKE ${buscado})`);
  }
  return Prisma.join(partes, Y);
}

function deEnvio(q: ConsultaBandeja): Prisma.Sql {
  const partes: Prisma.Sql[] = [sql`e.ejercicio_id = ${q.ejercicioId}::uuid AND e.estado <> 'corregido'`];
  if (q.ronda === "final" || q.soloFinal) partes.push(sql`e.ronda_id IS NULL`);
  else if (q.ronda) partes.push(sql`e.ronda_id = ${q.ronda}::uuid`);
  if (q.dias > 0) partes.push(sql`e.enviado_en <= ${new Date(q.ahora.getTime() - q.dias * DIA_MS)}`);
  if (q.version) {
    const anterior = sql`EXISTS (SELECT FROM envio x WHERE x.institucion_id = e.institucion_id AND x.ejercicio_id = e.ejercicio_id
      AND x.ronda_id IS NOT DISTINCT FROM e.ronda_id AND x.version < e.version)`;
    partes.push(q.version === "corregida" ? anterior : sql`NOT ${anterior}`);
  }
  return Prisma.join(partes, Y);
}

/** The preliminary round whose submissions are missed; null: the final one, which is what an institution owes. */
const rondaQueFalta = (q: ConsultaBandeja): string | null =>
  q.soloFinal || q.ronda === "" || q.ronda === "final" ? null : q.ronda;

/**
 * Institutions without a version sent to the round that is asked for, the final one unless it is a preliminary; none
 * when a filter is about what was sent.
 */
function sinEnvio(q: ConsultaBandeja): Prisma.Sql {
  if (q.dias > 0 || q.version) return sql`false`;
  const ronda = rondaQueFalta(q);
  return sql`${deInstitucion(q)} AND NOT EXISTS (SELECT FROM envio x WHERE x.institucion_id = i.id
    AND x.ejercicio_id = ${q.ejercicioId}::uuid AND ${ronda === null ? sql`x.ronda_id IS NULL` : sql`x.ronda_id = ${ronda}::uuid`})`;
}

type Fila = FilaBandeja &
  FechasRonda & {
    readonly total: number;
    readonly cuentas: Readonly<Record<string, number>>;
  };

/**
 * A page of the inbox, in one query: who waits for the Red first, the longest wait on top; then who owes an answer
 * (nobody does in a preliminary round), and what is over. A row by institution and round: its last version. Whose
 * submission is missing is counted apart, and read only when asked for.
 */
export async function leerPaginaBandeja(tx: Transaccion, q: ConsultaBandeja): Promise<Bandeja> {
  const manos = sql`LEFT JOIN grupo_institucion gi ON gi.institucion_id = i.id AND gi.ejercicio_id = ${q.ejercicioId}::uuid
      LEFT JOIN asignacion_revision a ON a.institucion_id = i.id AND a.ejercicio_id = ${q.ejercicioId}::uuid`;
  const limites = sql`LIMIT ${q.porPagina} OFFSET ${(q.pagina - 1) * q.porPagina}`;
  const orden = sql`turno, espera NULLS LAST, nombre, envio_id`;
  const pagina =
    q.estado === "sin_envio"
      ? sql`SELECT i.id AS institucion_id, i.codigo, i.nombre, i.ministerio, gi.grupo_id, a.usuario_id AS revisor_id, NULL::uuid AS envio_id,
               NULL::int AS version, NULL::text AS estado, ${rondaQueFalta(q)}::uuid AS ronda_id, NULL::timestamptz AS enviado_en,
               NULL::timestamptz AS devuelto_en, NULL::timestamptz AS responder_hasta, 3 AS turno, NULL::timestamptz AS espera
             FROM institucion i ${manos} WHERE ${sinEnvio(q)} ORDER BY i.nombre, i.id ${limites}`
      : sql`SELECT * FROM enviadas WHERE ${q.estado === "" ? sql`true` : sql`estado = ${q.estado}`} ORDER BY ${orden} ${limites}`;
  const filas = await tx.$queryRaw<Fila[]>`
    WITH enviadas AS MATERIALIZED (
      SELECT i.id AS institucion_id, i.codigo, i.nombre, i.ministerio, gi.grupo_id, a.usuario_id AS revisor_id, e.id AS envio_id,
             e.version, e.estado::text AS estado, e.ronda_id, e.enviado_en, e.devuelto_en, e.responder_hasta,
             CASE WHEN e.estado IN ('enviado', 'en_revision') THEN 0 WHEN e.estado = 'observado' AND e.ronda_id IS NULL THEN 1 ELSE 2 END AS turno,
             CASE WHEN e.estado = 'observado' THEN e.devuelto_en ELSE e.enviado_en END AS espera
      FROM envio e JOIN institucion i ON i.id = e.institucion_id ${manos}
      WHERE ${deEnvio(q)} AND ${deInstitucion(q)}
    ), por_estado AS (
      SELECT estado, count(*)::int AS n FROM enviadas GROUP BY estado
      UNION ALL SELECT 'sin_envio', count(*)::int FROM institucion i ${manos} WHERE ${sinEnvio(q)}
    ), cuenta AS (
      SELECT coalesce(sum(n) FILTER (WHERE ${q.estado === "" ? sql`estado <> 'sin_envio'` : sql`estado = ${q.estado}`}), 0)::int AS total,
             jsonb_object_agg(estado, n) AS cuentas FROM por_estado
    ), pagina AS (${pagina})
    SELECT c.total, c.cuentas, p.institucion_id AS "institucionId", p.codigo, p.nombre, p.ministerio, g.nombre AS grupo,
           u.nombre AS revisor, p.envio_id AS "envioId", p.version, p.estado, r.nombre AS ronda, p.enviado_en AS "enviadoEn",
           p.devuelto_en AS "devueltoEn", p.responder_hasta AS "responderHasta", r.abre_en AS "abreEn",
           r.cierra_en AS "cierraEn", r.retroalimentacion_en AS "retroalimentacionEn", coalesce(o.n, 0) AS observaciones, v.cambios, v.desde AS "cambiosDesde"
    FROM cuenta c LEFT JOIN pagina p ON true
    LEFT JOIN grupo g ON g.id = p.grupo_id
    LEFT JOIN usuario u ON u.id = p.revisor_id AND ${revisaAhora(sql`u.id`)}
    LEFT JOIN ronda r ON r.id = p.ronda_id
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS n FROM observacion x JOIN envio y ON y.id = x.envio_id
      WHERE y.institucion_id = p.institucion_id AND y.ejercicio_id = ${q.ejercicioId}::uuid
        AND y.ronda_id IS NOT DISTINCT FROM p.ronda_id AND x.estado <> 'resuelta') o ON p.envio_id IS NOT NULL
    LEFT JOIN LATERAL (
      SELECT array_remove(ARRAY[
        CASE WHEN ahora.huella_plan IS DISTINCT FROM antes.huella_plan THEN 'plan' END,
        CASE WHEN ahora.contenido -> 'informe' IS DISTINCT FROM antes.contenido -> 'informe' THEN 'informe' END,
        CASE WHEN ahora.contenido -> 'difusion' IS DISTINCT FROM antes.contenido -> 'difusion' THEN 'difusion' END], NULL) AS cambios,
        CASE WHEN antes.ronda_id IS DISTINCT FROM ahora.ronda_id THEN coalesce(d.nombre, 'final') END AS desde
      -- The version before of its round or, for the first of a round, the last of any other. Found before its content is
      -- read, and joined by its id: the policies would not let an index answer a subquery.
      FROM envio ahora CROSS JOIN LATERAL (
        SELECT x.id FROM envio x WHERE x.institucion_id = ahora.institucion_id AND x.ejercicio_id = ahora.ejercicio_id
          AND x.version < ahora.version AND ${q.soloFinal ? sql`x.ronda_id IS NULL` : sql`true`}
        ORDER BY x.ronda_id IS NOT DISTINCT FROM ahora.ronda_id DESC, x.version DESC LIMIT 1) previa
      JOIN envio antes ON antes.id = previa.id
      LEFT JOIN ronda d ON d.id = antes.ronda_id
      WHERE ahora.id = p.envio_id) v ON p.version > 1
    ORDER BY p.turno, p.espera NULLS LAST, p.nombre, p.envio_id`;
  const [primera] = filas;
  return {
    filas: filas.flatMap(({ total: _, cuentas: __, abreEn, cierraEn, retroalimentacionEn, ...fila }) => {
      const ronda = fila.ronda === null ? null : { abreEn, cierraEn, retroalimentacionEn };
      return fila.institucionId
        ? [{ ...fila, responderHasta: hastaCuandoSeResponde({ ...fila, ronda }, q.ahora) }]
        : [];
    }),
    total: primera?.total ?? 0,
    cuentas: (primera?.cuentas ?? {}) as Readonly<Partial<Record<EstadoBandeja, number>>>,
  };
}

/** What the inbox can be narrowed by: ministries within reach and preliminary rounds of the year. */
export async function opcionesBandeja(
  tx: Transaccion,
  { ejercicioId, alcance }: Pick<ConsultaBandeja, "ejercicioId" | "alcance">,
) {
  const ministerios = await tx.$queryRaw<{ ministerio: string }[]>`
    SELECT DISTINCT ministerio FROM institucion WHERE activa AND ${enAlcance(sql`id`, alcance)} ORDER BY 1`;
  const rondas = await tx.ronda.findMany({
    where: { ejercicioId },
    orderBy: { abreEn: "asc" },
    select: { id: true, nombre: true },
  });
  return { ministerios: ministerios.map(({ ministerio }) => ministerio), rondas };
}
