import { estadoDeMateria } from "@/lib/flujo/aprobacion";
import type { EstadoEnvio } from "@/lib/flujo/revision";
import type { SituacionContada } from "@/lib/flujo/tareas";
import {
  COMPONENTES_ACTIVIDAD,
  COMPONENTES_OBJETIVO,
  COMPONENTES_SATISFACCION,
  OBJETIVO_GENERAL,
} from "@/lib/guia/e3-2025/valores";
import type { Transaccion } from "../transaccion";
import type { Ejercicio } from "./ejercicio";

type Fila = {
  hayPlan: boolean;
  integrantes: number;
  total: number;
  decididas: number;
  actividades: number;
  informadas: number;
  instancias: number;
  abiertas: number;
  prorrogaAjuste: Date | null;
  prorrogaEnvio: Date | null;
  actaPlan: boolean;
  actaInforme: boolean;
  ultimas: {
    materia: "plan" | "informe";
    estado: "en_firma" | "objetada" | "anulada" | "aprobada";
    faltan: number;
  }[];
  envio: { version: number; estado: EstadoEnvio } | null;
  responderHasta: Date | null;
};

/**
 * Where an institution stands in an exercise, in one statement: counts and states, no contents. An element of the plan
 * is decided when all its components are, or when it is removed whole (AJU-01); the activities to report are those of
 * the plan in force.
 */
export async function leerSituacion(
  tx: Transaccion,
  institucionId: string,
  ejercicio: Ejercicio,
): Promise<SituacionContada> {
  const [fila] = await tx.$queryRaw<Fila[]>`
    WITH l AS (SELECT ${institucionId}::uuid AS i, ${ejercicio.id}::uuid AS e),
         p AS (SELECT plan.id FROM plan, l WHERE institucion_id = i AND ejercicio_id = e),
         elementos AS (
           SELECT ${OBJETIVO_GENERAL} AS codigo, ${[...COMPONENTES_OBJETIVO]}::text[] AS componentes FROM p
           UNION ALL SELECT codigo, ${[...COMPONENTES_OBJETIVO]}::text[] FROM objetivo_especifico, p WHERE plan_id = p.id
           UNION ALL SELECT codigo, ${[...COMPONENTES_SATISFACCION]}::text[] FROM indicador, p
             WHERE plan_id = p.id AND actividad_id IS NULL
           UNION ALL SELECT codigo, ${[...COMPONENTES_ACTIVIDAD]}::text[] FROM actividad, p WHERE plan_id = p.id),
         decisiones AS (
           SELECT elemento, bool_or(decision = 'elimina') AS eliminado,
             coalesce(array_agg(componente) FILTER (WHERE decision IN ('mantiene', 'modifica')), '{}') AS componentes
           FROM ajuste, p WHERE plan_id = p.id GROUP BY elemento),
         vigentes AS (
           SELECT codigo FROM actividad, p WHERE plan_id = p.id
             AND codigo NOT IN (SELECT elemento FROM decisiones WHERE eliminado)
           UNION SELECT elemento FROM ajuste, p
             WHERE plan_id = p.id AND decision = 'incorpora' AND tipo = 'actividad')
    SELECT EXISTS (SELECT FROM p) AS "hayPlan",
      (SELECT count(*)::int FROM membresia, l WHERE institucion_id = i AND rol = 'integrante_comite' AND hasta IS NULL) AS integrantes,
      (SELECT count(*)::int FROM elementos) AS total,
      (SELECT count(*)::int FROM elementos e JOIN decisiones d ON d.elemento = e.codigo
        WHERE d.eliminado OR e.componentes <@ d.componentes) AS decididas,
      (SELECT count(*)::int FROM vigentes) AS actividades,
      (SELECT count(*)::int FROM informe_actividad a, informe f, l
        WHERE f.institucion_id = i AND f.ejercicio_id = e AND a.informe_id = f.id AND a.ejecutada_segun_descripcion IS NOT NULL
          AND a.actividad IN (SELECT codigo FROM vigentes)) AS informadas,
      (SELECT count(*)::int FROM difusion_instancia d, difusion f, l
        WHERE f.institucion_id = i AND f.ejercicio_id = e AND d.difusion_id = f.id) AS instancias,
      (SELECT count(*)::int FROM observacion o JOIN envio v ON v.id = o.envio_id, l
        WHERE v.institucion_id = i AND v.ejercicio_id = e AND v.ronda_id IS NULL
          AND o.estado = 'abierta' AND o.publicada_en IS NOT NULL
          AND coalesce((SELECT gesto FROM observacion_mensaje m WHERE m.observacion_id = o.id
                ORDER BY escrito_en DESC, gesto DESC LIMIT 1) IN ('observa', 'insiste'), true)) AS abiertas,
      (SELECT hasta FROM prorroga, l WHERE institucion_id = i AND ejercicio_id = e AND alcance = 'ajuste' AND revocada_en IS NULL) AS "prorrogaAjuste",
      (SELECT hasta FROM prorroga, l WHERE institucion_id = i AND ejercicio_id = e AND alcance = 'envio' AND revocada_en IS NULL) AS "prorrogaEnvio",
      EXISTS (SELECT FROM acta, l WHERE institucion_id = i AND ejercicio_id = e AND materia = 'plan' AND anulada_en IS NULL) AS "actaPlan",
      EXISTS (SELECT FROM acta, l WHERE institucion_id = i AND ejercicio_id = e AND materia = 'informe' AND anulada_en IS NULL) AS "actaInforme",
      (SELECT coalesce(jsonb_agg(u), '[]') FROM (
         SELECT DISTINCT ON (materia) materia, estado,
           greatest(0, firmas_necesarias - (SELECT count(*) FROM firma WHERE aprobacion_id = a.id AND decision = 'aprueba'))::int AS faltan
         FROM aprobacion a, l WHERE a.institucion_id = i AND a.ejercicio_id = e ORDER BY materia, version DESC) u) AS ultimas,
      (SELECT jsonb_build_object('version', version, 'estado', estado) FROM envio, l
        WHERE institucion_id = i AND ejercicio_id = e AND ronda_id IS NULL ORDER BY version DESC LIMIT 1) AS envio,
      (SELECT responder_hasta FROM envio, l
        WHERE institucion_id = i AND ejercicio_id = e AND ronda_id IS NULL ORDER BY version DESC LIMIT 1) AS "responderHasta"`;
  if (!fila) throw new Error("La situación de una institución es siempre una fila.");
  const ultima = (materia: "plan" | "informe") => fila.ultimas.find((u) => u.materia === materia) ?? null;
  const enFirma = fila.ultimas.find((u) => u.estado === "en_firma");
  return {
    hayPlan: fila.hayPlan,
    ajuste: { abre: ejercicio.aperturaAjuste, cierra: ejercicio.cierreAjuste, prorroga: fila.prorrogaAjuste },
    envio: { abre: ejercicio.aperturaEnvio, cierra: ejercicio.cierreEnvio, prorroga: fila.prorrogaEnvio },
    plan: estadoDeMateria(ultima("plan"), fila.actaPlan),
    informe: estadoDeMateria(ultima("informe"), fila.actaInforme),
    // A required presidency may be the one missing even when the number is there.
    firmasPendientes: Math.max(1, enFirma?.faltan ?? 1),
    integrantesComite: fila.integrantes,
    decisiones: { hechas: fila.decididas, total: fila.total },
    actividades: { hechas: fila.informadas, total: fila.actividades },
    instanciasDifusion: fila.instancias,
    ultimoEnvio: fila.envio && { ...fila.envio, responderHasta: fila.responderHasta },
    observacionesAbiertas: fila.abiertas,
  };
}
