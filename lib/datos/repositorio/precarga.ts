import type { Plan } from "@/lib/expediente/formato";
import type { Transaccion } from "../transaccion";
import { PLAN_COMPLETO, planDeFila } from "./plan";

/** The institution that a file names, as loading needs it. */
export type InstitucionDestino = {
  readonly id: string;
  readonly codigo: string;
  readonly nombre: string;
  readonly ministerio: string;
  readonly activa: boolean;
};

/** The institution of a code, if it is within reach. */
export function institucionDeCodigo(tx: Transaccion, codigo: string): Promise<InstitucionDestino | null> {
  return tx.institucion.findUnique({
    where: { codigo },
    select: { id: true, codigo: true, nombre: true, ministerio: true, activa: true },
  });
}

/** Writes an institution unless somebody has just written it; either way it is there afterwards. */
export async function asegurarInstitucion(
  tx: Transaccion,
  nueva: Pick<InstitucionDestino, "codigo" | "nombre" | "ministerio">,
): Promise<void> {
  await tx.institucion.createMany({ data: [nueva], skipDuplicates: true });
}

/** The plan an institution has loaded for a year, as a plan; null while there is none. */
export async function leerPlanCargado(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<{ id: string; plan: Plan; cargadoEn: Date } | null> {
  const fila = await tx.plan.findFirst({ where: { institucionId, ejercicioId }, include: PLAN_COMPLETO });
  return fila && { id: fila.id, plan: planDeFila(fila), cargadoEn: fila.cargadoEn };
}

/** What the report of a year already answers, by the element it answers about. */
export async function leerRespuestas(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<{ elemento: string; tipo: "actividad" | "indicador" }[]> {
  return tx.$queryRaw`
    SELECT DISTINCT elemento, tipo FROM (
      SELECT informe_id, actividad AS elemento, 'actividad' AS tipo FROM informe_actividad
      UNION ALL SELECT informe_id, actividad, 'actividad' FROM informe_tramite
      UNION ALL SELECT informe_id, actividad, 'actividad' FROM informe_componente
      UNION ALL SELECT informe_id, indicador, 'indicador' FROM informe_indicador) r
    JOIN informe f ON f.id = r.informe_id
    WHERE f.institucion_id = ${institucionId}::uuid AND f.ejercicio_id = ${ejercicioId}::uuid
    ORDER BY elemento`;
}

/** A name longer than this does not fit in the index that keeps the catalogue without repetitions. */
const BYTES_TRAMITE = 2_000;

/** Which of these trámites the institution's catalogue does not have. */
export async function tramitesNuevos(
  tx: Transaccion,
  institucionId: string,
  nombres: readonly string[],
): Promise<string[]> {
  const unicos = [...new Set(nombres)].filter(
    (nombre) => nombre.trim() !== "" && Buffer.byteLength(nombre) <= BYTES_TRAMITE,
  );
  const filas = await tx.tramite.findMany({
    where: { institucionId, nombre: { in: unicos } },
    select: { nombre: true },
  });
  const hay = new Set(filas.map(({ nombre }) => nombre));
  return unicos.filter((nombre) => !hay.has(nombre));
}

/** Adds trámites to the institution's catalogue. */
export async function agregarTramites(
  tx: Transaccion,
  institucionId: string,
  nombres: readonly string[],
): Promise<void> {
  await tx.tramite.createMany({
    data: nombres.map((nombre) => ({ institucionId, nombre })),
    skipDuplicates: true,
  });
}

/** Where each institution stands, for the coordination's list. */
export type FilaTablero = {
  readonly codigo: string;
  readonly nombre: string;
  readonly ministerio: string;
  readonly hayPlan: boolean;
  readonly decididas: number;
  readonly elementos: number;
  readonly actaPlan: boolean;
  readonly estadoPlan: "en_firma" | "objetada" | "anulada" | "aprobada" | null;
  readonly actaInforme: boolean;
  readonly estadoInforme: "en_firma" | "objetada" | "anulada" | "aprobada" | null;
  readonly informeEmpezado: boolean;
  readonly envio: "enviado" | "en_revision" | "observado" | "validado" | "no_validado" | null;
  readonly prorrogas: number;
};

/** Every active institution within reach with its state in a year, by name, in one statement. */
export function leerTablero(tx: Transaccion, ejercicioId: string): Promise<FilaTablero[]> {
  return tx.$queryRaw<FilaTablero[]>`
    SELECT i.codigo, i.nombre, i.ministerio, p.id IS NOT NULL AS "hayPlan",
      coalesce(d.decididas, 0)::int AS decididas, coalesce(e.elementos, 0)::int AS elementos,
      coalesce(actas.plan, false) AS "actaPlan", coalesce(actas.informe, false) AS "actaInforme",
      ap.estado AS "estadoPlan", ai.estado AS "estadoInforme",
      EXISTS (SELECT FROM informe f JOIN informe_actividad a ON a.informe_id = f.id
        WHERE f.institucion_id = i.id AND f.ejercicio_id = ${ejercicioId}::uuid) AS "informeEmpezado",
      (SELECT v.estado::text FROM envio v WHERE v.institucion_id = i.id AND v.ejercicio_id = ${ejercicioId}::uuid
        ORDER BY version DESC LIMIT 1) AS envio,
      (SELECT count(*)::int FROM prorroga r WHERE r.institucion_id = i.id AND r.ejercicio_id = ${ejercicioId}::uuid
        AND r.revocada_en IS NULL) AS prorrogas
    FROM institucion i
    LEFT JOIN plan p ON p.institucion_id = i.id AND p.ejercicio_id = ${ejercicioId}::uuid
    LEFT JOIN LATERAL (SELECT count(DISTINCT elemento) AS decididas FROM ajuste
      WHERE plan_id = p.id AND decision <> 'incorpora') d ON true
    LEFT JOIN LATERAL (SELECT 1 + (SELECT count(*) FROM objetivo_especifico WHERE plan_id = p.id)
      + (SELECT count(*) FROM actividad WHERE plan_id = p.id)
      + (SELECT count(*) FROM indicador WHERE plan_id = p.id AND actividad_id IS NULL) AS elementos
      WHERE p.id IS NOT NULL) e ON true
    LEFT JOIN LATERAL (SELECT bool_or(materia = 'plan') AS plan, bool_or(materia = 'informe') AS informe FROM acta
      WHERE institucion_id = i.id AND ejercicio_id = ${ejercicioId}::uuid AND anulada_en IS NULL) actas ON true
    LEFT JOIN LATERAL (SELECT estado::text FROM aprobacion WHERE institucion_id = i.id AND ejercicio_id = ${ejercicioId}::uuid
      AND materia = 'plan' ORDER BY version DESC LIMIT 1) ap ON true
    LEFT JOIN LATERAL (SELECT estado::text FROM aprobacion WHERE institucion_id = i.id AND ejercicio_id = ${ejercicioId}::uuid
      AND materia = 'informe' ORDER BY version DESC LIMIT 1) ai ON true
    WHERE i.activa ORDER BY i.nombre`;
}
