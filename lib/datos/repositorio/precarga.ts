import type { Plan } from "@/lib/expediente/formato";
import type { Transaccion } from "../transaccion";
import { leerFilaPlan, planDeFila } from "./plan";

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
  const fila = await leerFilaPlan(tx, institucionId, ejercicioId);
  return fila && { id: fila.plan.id, plan: planDeFila(fila.plan), cargadoEn: fila.cargadoEn };
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

/** Active institutions within reach, by name, with whether they have a plan loaded for a year. */
export async function institucionesParaPrecarga(
  tx: Transaccion,
  ejercicioId: string,
): Promise<{ codigo: string; nombre: string; hayPlan: boolean }[]> {
  const filas = await tx.institucion.findMany({
    where: { activa: true },
    orderBy: { nombre: "asc" },
    select: { codigo: true, nombre: true, planes: { where: { ejercicioId }, select: { id: true } } },
  });
  return filas.map(({ codigo, nombre, planes }) => ({ codigo, nombre, hayPlan: planes.length > 0 }));
}
