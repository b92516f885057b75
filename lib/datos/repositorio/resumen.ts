import { SISTEMA } from "@/lib/flujo/actor";
import {
  COMPONENTES_ACTIVIDAD,
  COMPONENTES_OBJETIVO,
  COMPONENTES_SATISFACCION,
  OBJETIVO_GENERAL,
} from "@/lib/guia/e3-2025/valores";
import { Prisma } from "../generado/client";
import { conActor, lecturaConActor, type Transaccion } from "../transaccion";
import { olvidarAnalisis } from "./analisisSumas";
import { turnoDeResumir } from "./cerrojo";
import { llano } from "./llano";

const DURACION_MS = 120_000;

/**
 * Makes again the summary of the institutions that changed since the last time, so that whoever reads the board
 * afterwards sees every change committed until now. Costs one small question when nothing changed.
 */
export async function actualizarResumen(): Promise<void> {
  const { rows } = await lecturaConActor<{ hay: boolean }>(SISTEMA, "tablero.resumir", {
    nombre: "cseu_resumen_pendiente",
    texto: "SELECT EXISTS (SELECT FROM resumen.pendiente) AS hay",
  });
  if (!rows[0]?.hay) return;
  await conActor(
    SISTEMA,
    "tablero.resumir",
    async (tx) => {
      await turnoDeResumir(tx);
      // What is deleted here was committed before: the statements that follow see it. The rest stays for the next.
      const anotadas = await tx.$queryRaw<{ institucion_id: string | null }[]>`
        DELETE FROM resumen.pendiente RETURNING institucion_id`;
      if (anotadas.length === 0) return;
      const ids = anotadas.map((fila) => fila.institucion_id);
      await rehacer(tx, ids.includes(null) ? null : [...new Set(ids as string[])]);
    },
    { duracionMs: DURACION_MS },
  );
}

/** @param ids institutions; null for all */
async function rehacer(tx: Transaccion, ids: readonly string[] | null): Promise<void> {
  if (ids === null) {
    await tx.$executeRaw`DELETE FROM resumen.celda`;
    await tx.$executeRaw`DELETE FROM resumen.dia`;
    await tx.$executeRaw`DELETE FROM resumen.situacion`;
    await olvidarAnalisis(tx);
  } else {
    await contar(tx, ids, -1);
    await tx.$executeRaw`DELETE FROM resumen.situacion WHERE institucion_id = ANY (${ids}::uuid[])`;
  }
  await resumir(tx, ids);
  await contar(tx, ids, 1);
  await tx.$executeRaw`DELETE FROM resumen.celda WHERE instituciones = 0`;
  await tx.$executeRaw`DELETE FROM resumen.dia WHERE instituciones = 0`;
  if (ids === null) await tx.$executeRaw`SELECT resumen.estimar()`;
}

/** Adds (1) or takes (-1) what the rows of some institutions count for, so that a change costs what changed. */
async function contar(tx: Transaccion, ids: readonly string[] | null, signo: 1 | -1): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO resumen.celda AS c (ejercicio_id, dimension, valor, etapa, vence_plan, vence_envio, instituciones, plan, informe,
      difusion, envio, revision, prorroga)
    SELECT s.ejercicio_id, d.dimension, d.valor, s.etapa, s.vence_plan, s.vence_envio, ${signo}::int * count(*), ${signo}::int * sum(s.plan),
      ${signo}::int * sum(s.informe), ${signo}::int * sum(s.difusion), ${signo}::int * sum(s.envio), ${signo}::int * sum(s.revision),
      ${signo}::int * sum(s.con_prorroga)
    FROM resumen.aporte s,
      LATERAL (VALUES ('todo', ''), ('ministerio', s.ministerio), ('grupo', coalesce(s.grupo_id::text, 'ninguno'))) AS d (dimension, valor)
    WHERE ${ids}::uuid[] IS NULL OR s.institucion_id = ANY (${ids}::uuid[])
    GROUP BY s.ejercicio_id, d.dimension, d.valor, s.etapa, s.vence_plan, s.vence_envio
    ON CONFLICT (ejercicio_id, dimension, valor, etapa, vence_plan, vence_envio) DO UPDATE SET
      instituciones = c.instituciones + excluded.instituciones, plan = c.plan + excluded.plan, informe = c.informe + excluded.informe,
      difusion = c.difusion + excluded.difusion, envio = c.envio + excluded.envio, revision = c.revision + excluded.revision,
      prorroga = c.prorroga + excluded.prorroga`;
  await tx.$executeRaw`
    INSERT INTO resumen.dia AS c (ejercicio_id, serie, dia, instituciones)
    SELECT s.ejercicio_id, h.serie, (h.en AT TIME ZONE 'America/Santiago')::date, ${signo}::int * count(*)
    FROM resumen.situacion s, LATERAL (VALUES ('plan', s.plan_en), ('informe', s.informe_en), ('envio', s.enviado_en), ('revision', s.decidido_en)) AS h (serie, en)
    WHERE h.en IS NOT NULL AND (${ids}::uuid[] IS NULL OR s.institucion_id = ANY (${ids}::uuid[])) GROUP BY 1, 2, 3
    ON CONFLICT (ejercicio_id, serie, dia) DO UPDATE SET instituciones = c.instituciones + excluded.instituciones`;
}

/**
 * The rows of the summary. An element is decided as `leerSituacion` says: all its components, or removed whole (AJU-01);
 * the activities to report are those of the plan in force. A test compares both.
 */
async function resumir(tx: Transaccion, ids: readonly string[] | null): Promise<void> {
  await tx.$executeRaw`
    WITH caso AS MATERIALIZED (
      SELECT i.id AS i, e.id AS e, i.codigo, i.nombre, i.ministerio, e.cierre_ajuste, e.cierre_envio, p.id AS p
      FROM institucion i CROSS JOIN ejercicio e LEFT JOIN plan p ON p.institucion_id = i.id AND p.ejercicio_id = e.id
      WHERE i.activa AND (${ids}::uuid[] IS NULL OR i.id = ANY (${ids}::uuid[]))),
    elementos AS (
      SELECT p, ${OBJETIVO_GENERAL} AS codigo, ${[...COMPONENTES_OBJETIVO]}::text[] AS componentes FROM caso WHERE p IS NOT NULL
      UNION ALL SELECT p, codigo, ${[...COMPONENTES_OBJETIVO]}::text[] FROM (SELECT p FROM caso) c JOIN objetivo_especifico x ON x.plan_id = p
      UNION ALL SELECT p, codigo, ${[...COMPONENTES_SATISFACCION]}::text[] FROM (SELECT p FROM caso) c JOIN indicador x ON x.plan_id = p AND x.actividad_id IS NULL
      UNION ALL SELECT p, codigo, ${[...COMPONENTES_ACTIVIDAD]}::text[] FROM (SELECT p FROM caso) c JOIN actividad x ON x.plan_id = p),
    decisiones AS MATERIALIZED (
      SELECT p, elemento, bool_or(decision = 'elimina') AS eliminado,
        coalesce(array_agg(componente) FILTER (WHERE decision IN ('mantiene', 'modifica')), '{}') AS componentes
      FROM (SELECT p FROM caso) c JOIN ajuste a ON a.plan_id = p GROUP BY p, elemento),
    avance AS (
      SELECT x.p, count(*) AS elementos, count(*) FILTER (WHERE d.eliminado OR x.componentes <@ d.componentes) AS decididas
      FROM elementos x LEFT JOIN decisiones d ON d.p = x.p AND d.elemento = x.codigo GROUP BY x.p),
    vigentes AS MATERIALIZED (
      SELECT a.plan_id AS p, a.codigo FROM caso c JOIN actividad a ON a.plan_id = c.p
        LEFT JOIN decisiones d ON d.p = a.plan_id AND d.elemento = a.codigo AND d.eliminado WHERE d.p IS NULL
      UNION SELECT a.plan_id, a.elemento FROM caso c JOIN ajuste a ON a.plan_id = c.p AND a.decision = 'incorpora' AND a.tipo = 'actividad'),
    por_informar AS (SELECT p, count(*) AS actividades FROM vigentes GROUP BY p),
    informado AS (
      SELECT c.i, c.e, count(*) AS tocadas, count(*) FILTER (WHERE a.ejecutada_segun_descripcion IS NOT NULL AND v.p IS NOT NULL) AS informadas
      FROM caso c JOIN informe f ON f.institucion_id = c.i AND f.ejercicio_id = c.e JOIN informe_actividad a ON a.informe_id = f.id
        LEFT JOIN vigentes v ON v.p = c.p AND v.codigo = a.actividad GROUP BY c.i, c.e),
    difundido AS (
      SELECT c.i, c.e, count(*) AS instancias FROM caso c JOIN difusion f ON f.institucion_id = c.i AND f.ejercicio_id = c.e
        JOIN difusion_instancia d ON d.difusion_id = f.id GROUP BY c.i, c.e),
    actas AS (
      SELECT institucion_id AS i, ejercicio_id AS e, min(registrada_en) FILTER (WHERE materia = 'plan') AS plan_en,
        min(registrada_en) FILTER (WHERE materia = 'informe') AS informe_en
      FROM acta WHERE anulada_en IS NULL AND (${ids}::uuid[] IS NULL OR institucion_id = ANY (${ids}::uuid[])) GROUP BY 1, 2),
    ultimas AS (
      SELECT i, e, max(estado) FILTER (WHERE materia = 'plan') AS plan, max(estado) FILTER (WHERE materia = 'informe') AS informe FROM (
        SELECT DISTINCT ON (institucion_id, ejercicio_id, materia) institucion_id AS i, ejercicio_id AS e, materia, estado::text
        FROM aprobacion WHERE ${ids}::uuid[] IS NULL OR institucion_id = ANY (${ids}::uuid[])
        ORDER BY institucion_id, ejercicio_id, materia, version DESC) u GROUP BY i, e),
    finales AS (
      SELECT DISTINCT ON (institucion_id, ejercicio_id) institucion_id AS i, ejercicio_id AS e, id, estado::text AS estado, responder_hasta,
        min(enviado_en) OVER (PARTITION BY institucion_id, ejercicio_id) AS enviado_en
      FROM envio WHERE ronda_id IS NULL AND (${ids}::uuid[] IS NULL OR institucion_id = ANY (${ids}::uuid[]))
      ORDER BY institucion_id, ejercicio_id, version DESC),
    abiertas AS (
      SELECT v.institucion_id AS i, v.ejercicio_id AS e, count(*) AS abiertas FROM observacion o JOIN envio v ON v.id = o.envio_id
      WHERE v.ronda_id IS NULL AND o.estado = 'abierta' AND o.publicada_en IS NOT NULL
        AND (${ids}::uuid[] IS NULL OR o.institucion_id = ANY (${ids}::uuid[])) GROUP BY 1, 2),
    prorrogas AS (
      SELECT institucion_id AS i, ejercicio_id AS e, max(hasta) FILTER (WHERE alcance = 'ajuste') AS ajuste,
        max(hasta) FILTER (WHERE alcance = 'envio') AS envio
      FROM prorroga WHERE revocada_en IS NULL AND (${ids}::uuid[] IS NULL OR institucion_id = ANY (${ids}::uuid[])) GROUP BY 1, 2)
    INSERT INTO resumen.situacion (ejercicio_id, institucion_id, grupo_id, codigo, nombre, ministerio, busca, etapa, decididas, elementos,
      informadas, actividades, instancias, abiertas, vence_plan, vence_envio, prorroga, plan_en, informe_en, enviado_en, decidido_en)
    SELECT c.e, c.i, g.grupo_id, c.codigo, c.nombre, c.ministerio,
      ${llano(Prisma.sql`c.codigo || ' ' || c.nombre || ' ' || c.ministerio`)},
      CASE WHEN v.estado IS NOT NULL THEN v.estado WHEN c.p IS NULL THEN 'sin_plan'
        WHEN t.informe_en IS NOT NULL THEN 'informe_aprobado' WHEN u.informe = 'en_firma' THEN 'informe_en_comite'
        WHEN u.informe = 'objetada' THEN 'informe_objetado'
        WHEN t.plan_en IS NOT NULL THEN CASE WHEN n.tocadas > 0 THEN 'informe' ELSE 'plan_aprobado' END
        WHEN u.plan = 'en_firma' THEN 'plan_en_comite' WHEN u.plan = 'objetada' THEN 'plan_objetado' ELSE 'ajuste' END,
      coalesce(x.decididas, 0), coalesce(x.elementos, 0), coalesce(n.informadas, 0), coalesce(k.actividades, 0),
      coalesce(d.instancias, 0), coalesce(o.abiertas, 0),
      CASE WHEN t.plan_en IS NULL AND v.estado IS NULL THEN coalesce(r.ajuste + interval '1 millisecond', c.cierre_ajuste) END,
      CASE WHEN v.estado IS NULL THEN coalesce(r.envio + interval '1 millisecond', c.cierre_envio)
        WHEN v.estado = 'observado' THEN v.responder_hasta + interval '1 millisecond' END,
      r.i IS NOT NULL, t.plan_en, t.informe_en, v.enviado_en,
      CASE WHEN v.estado IN ('validado', 'no_validado') THEN (SELECT max(z.en) FROM decision_revision z WHERE z.envio_id = v.id AND z.anulada_en IS NULL) END
    FROM caso c LEFT JOIN grupo_institucion g ON g.institucion_id = c.i AND g.ejercicio_id = c.e
    LEFT JOIN avance x ON x.p = c.p LEFT JOIN por_informar k ON k.p = c.p
    LEFT JOIN informado n ON n.i = c.i AND n.e = c.e LEFT JOIN difundido d ON d.i = c.i AND d.e = c.e
    LEFT JOIN actas t ON t.i = c.i AND t.e = c.e LEFT JOIN ultimas u ON u.i = c.i AND u.e = c.e
    LEFT JOIN finales v ON v.i = c.i AND v.e = c.e LEFT JOIN abiertas o ON o.i = c.i AND o.e = c.e
    LEFT JOIN prorrogas r ON r.i = c.i AND r.e = c.e`;
}
