import type { Preferencia } from "@/lib/flujo/aviso";
import { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";
import { revisaAhora } from "./cobertura";

const { sql } = Prisma;

/** A limit that is near and what is owed before it. */
export type CualPlazo = "ajuste" | "envio" | "respuesta" | "retroalimentacion";

/** Somebody who still owes something before a limit, and has not been told of that limit at that distance. */
export type PlazoPorAvisar = Preferencia & {
  readonly cual: CualPlazo;
  /** The act itself, or its signature; for reviewers, the feedback. */
  readonly debe: "hacer" | "firmar" | "revisar";
  readonly clave: string;
  /** Last instant that is on time. */
  readonly limite: Date;
  /** Days of continental Chile from the day of the notice to the limit's: 0, the same day. */
  readonly dias: number;
  /** The distance it is told at: 30, 7, 3 or 1. */
  readonly umbral: number;
  readonly institucionId: string | null;
  readonly codigo: string | null;
  /** Name of the institution or, for the feedback, of the round. */
  readonly donde: string;
  /** Reviews not returned yet, for the feedback; 1 otherwise. */
  readonly cuantos: number;
  readonly usuarioId: string;
  readonly correo: string;
  readonly nombre: string;
};

/**
 * Everyone who owes something before a limit at most 30 days away, once by limit and distance, at the nearest distance
 * only: a day that was skipped is not told late. In one statement for the whole country.
 * Takes the instant and the last 08:00 of continental Chile, whose day counts.
 */
export function plazosPorAvisar(tx: Transaccion, ahora: Date, corte: Date): Promise<PlazoPorAvisar[]> {
  return tx.$queryRaw<PlazoPorAvisar[]>`
    WITH l AS (SELECT ${ahora}::timestamptz AS ahora, (${corte}::timestamptz AT TIME ZONE 'America/Santiago')::date AS hoy),
      e AS (SELECT ejercicio.* FROM ejercicio, l WHERE id = ejercicio_en_curso(l.ahora)),
      limites AS (
        SELECT 'ajuste' AS cual, p.institucion_id, greatest(e.cierre_ajuste - interval '1 ms', r.hasta) AS limite
        FROM e JOIN plan p ON p.ejercicio_id = e.id
          LEFT JOIN prorroga r ON r.institucion_id = p.institucion_id AND r.ejercicio_id = e.id AND r.alcance = 'ajuste' AND r.revocada_en IS NULL
        UNION ALL
        SELECT 'envio', p.institucion_id, greatest(e.cierre_envio - interval '1 ms', r.hasta)
        FROM e JOIN plan p ON p.ejercicio_id = e.id
          LEFT JOIN prorroga r ON r.institucion_id = p.institucion_id AND r.ejercicio_id = e.id AND r.alcance = 'envio' AND r.revocada_en IS NULL
        UNION ALL
        -- In a preliminary round no answer is owed.
        SELECT DISTINCT 'respuesta', v.institucion_id, v.responder_hasta FROM e JOIN envio v ON v.ejercicio_id = e.id
        WHERE v.ronda_id IS NULL AND v.estado = 'observado' AND v.responder_hasta IS NOT NULL),
      cercanos AS (
        SELECT limites.*, (limite AT TIME ZONE 'America/Santiago')::date - l.hoy AS dias FROM limites, l
        WHERE limite > l.ahora AND (limite AT TIME ZONE 'America/Santiago')::date - l.hoy <= 30),
      -- Row by row and by index: joins between these lists would be guessed at one row and go through them many times.
      juzgados AS (
        SELECT c.*, u.id AS aprobacion_id,
          CASE WHEN EXISTS (SELECT FROM acta a WHERE a.institucion_id = c.institucion_id AND a.ejercicio_id = e.id
                              AND a.materia = m.materia AND a.anulada_en IS NULL) THEN 'aprobada'
               WHEN u.estado IN ('en_firma', 'objetada') THEN u.estado::text ELSE 'borrador' END AS estado,
          c.cual = 'envio' AND EXISTS (SELECT FROM envio v WHERE v.institucion_id = c.institucion_id AND v.ejercicio_id = e.id
                                         AND v.ronda_id IS NULL) AS enviado
        FROM e CROSS JOIN cercanos c
          CROSS JOIN LATERAL (SELECT CASE c.cual WHEN 'ajuste' THEN 'plan'::materia ELSE 'informe'::materia END AS materia) m
          LEFT JOIN LATERAL (SELECT id, estado FROM aprobacion a WHERE a.institucion_id = c.institucion_id
            AND a.ejercicio_id = e.id AND a.materia = m.materia ORDER BY version DESC LIMIT 1) u ON true),
      deudas AS (
        SELECT j.cual, j.institucion_id, j.limite, j.dias, j.aprobacion_id, q.debe FROM juzgados j CROSS JOIN LATERAL (
          -- Once sent, what is owed is at most an answer, which has its own limit.
          SELECT 'hacer' AS debe WHERE CASE j.cual WHEN 'ajuste' THEN j.estado IN ('borrador', 'objetada')
            WHEN 'envio' THEN NOT j.enviado ELSE true END
          UNION ALL SELECT 'firmar' WHERE j.cual <> 'respuesta' AND j.estado = 'en_firma' AND NOT j.enviado) q),
      -- Who covers an absence is told with the absent one.
      cubiertas AS (
        SELECT usuario_id, suplente_id FROM ausencia, l WHERE suplente_id IS NOT NULL AND desde <= l.ahora AND l.ahora < hasta),
      revisiones AS (
        SELECT r.id AS ronda_id, r.nombre, r.retroalimentacion_en - interval '1 ms' AS limite, v.institucion_id,
          coalesce((SELECT ARRAY[s.usuario_id] FROM asignacion_revision s WHERE s.institucion_id = v.institucion_id AND s.ejercicio_id = e.id
              AND ${revisaAhora(sql`s.usuario_id`)}),
            ARRAY(SELECT d.usuario_id FROM grupo_institucion g JOIN dupla d ON d.grupo_id = g.grupo_id AND d.hasta IS NULL
              WHERE g.institucion_id = v.institucion_id AND g.ejercicio_id = e.id)) AS revisores
        FROM e JOIN ronda r ON r.ejercicio_id = e.id JOIN envio v ON v.ronda_id = r.id CROSS JOIN l
        WHERE v.estado IN ('enviado', 'en_revision') AND r.retroalimentacion_en > l.ahora
          AND (r.retroalimentacion_en AT TIME ZONE 'America/Santiago')::date - l.hoy <= 31),
      por_revisar AS (
        SELECT x.ronda_id, x.nombre, x.limite, q.usuario_id, count(DISTINCT x.institucion_id)::int AS cuantos
        FROM revisiones x CROSS JOIN LATERAL (
          SELECT unnest(x.revisores) AS usuario_id
          UNION SELECT suplente_id FROM cubiertas WHERE usuario_id = ANY (x.revisores)) q
        WHERE ${revisaAhora(sql`q.usuario_id`)}
        GROUP BY 1, 2, 3, 4),
      avisos AS (
        SELECT d.cual, d.debe, d.limite, d.dias, d.institucion_id AS lugar, d.institucion_id, i.codigo, i.nombre AS donde, 1 AS cuantos, m.usuario_id
        FROM deudas d JOIN institucion i ON i.id = d.institucion_id AND i.activa
          JOIN membresia m ON m.institucion_id = d.institucion_id AND m.hasta IS NULL AND CASE d.debe
            WHEN 'firmar' THEN m.rol = 'integrante_comite' AND NOT EXISTS (
              SELECT FROM firma f WHERE f.aprobacion_id = d.aprobacion_id AND f.usuario_id = m.usuario_id)
            ELSE m.rol IN ('contraparte_titular', 'contraparte_suplente') END
        UNION ALL
        SELECT 'retroalimentacion', 'revisar', p.limite, (p.limite AT TIME ZONE 'America/Santiago')::date - l.hoy, p.ronda_id, NULL, NULL,
          p.nombre, p.cuantos, p.usuario_id
        FROM por_revisar p, l),
      con_clave AS (
        SELECT a.*, b.umbral, 'plazo ' || cual || ' ' || lugar || ' ' || to_char(limite AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') || ' ' || b.umbral AS clave
        FROM avisos a CROSS JOIN LATERAL (SELECT CASE WHEN dias <= 1 THEN 1 WHEN dias <= 3 THEN 3 WHEN dias <= 7 THEN 7 ELSE 30 END AS umbral) b
        WHERE dias <= 30)
    SELECT DISTINCT ON (u.id, c.clave) c.cual, c.debe, c.clave, c.limite, c.dias, c.umbral, c.institucion_id AS "institucionId", c.codigo, c.donde,
      c.cuantos, u.id AS "usuarioId", u.correo, u.nombre, u.resumen_diario AS "resumenDiario", u.silenciados
    FROM con_clave c JOIN usuario u ON u.id = c.usuario_id AND u.activo
    WHERE NOT EXISTS (SELECT FROM notificacion n WHERE n.usuario_id = u.id AND n.clave = c.clave)
    ORDER BY u.id, c.clave, c.debe DESC`;
}
