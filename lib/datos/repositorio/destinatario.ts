import { setImmediate as cederElPaso } from "node:timers/promises";
import type { Destinatario } from "@/lib/expediente/formato";
import type { Transaccion } from "../transaccion";
import type { DifusionRef } from "./difusion";
import { sinNulos } from "./plan";

/** Rows that come or go at once: some 5 ms of work, so that a long list never holds the server. */
const POR_VIAJE = 5000;

/**
 * Replaces the whole list of recipients, and the workbook it came from. The database keeps in its dissemination how
 * many there are and their digest, which is the trail that the list leaves.
 * @returns how many there were.
 */
export async function reemplazarDestinatarios(
  tx: Transaccion,
  difusion: DifusionRef,
  archivoId: string | null,
  filas: readonly Destinatario[],
): Promise<number> {
  const { id: difusionId, institucionId } = difusion;
  const { count } = await tx.destinatario.deleteMany({ where: { difusionId, institucionId } });
  if (filas.length > 0) {
    // One statement, so that its digest is worked out once; one value, because five lists are dearer to write.
    const valores = await comoJson(filas);
    await tx.$executeRaw`
      INSERT INTO destinatario (institucion_id, difusion_id, orden, nombre, cargo, grupo, calidad_juridica, area)
      SELECT ${institucionId}::uuid, ${difusionId}::uuid, orden, n, c, g, j, a
      FROM ROWS FROM (json_to_recordset(${valores}::json) AS (n text, c text, g text, j text, a text))
        WITH ORDINALITY AS f (n, c, g, j, a, orden)`;
  }
  await tx.difusion.updateMany({
    where: { id: difusionId, institucionId },
    data: { destinatariosArchivoId: archivoId },
  });
  return count;
}

type Lista = {
  readonly id: string;
  readonly destinatariosHuella: string | null;
  readonly destinatariosCuantos: number;
};

/** Rows of the lists that are remembered, all together: some 50 MB. */
const FILAS_EN_MEMORIA = 200_000;

// By digest: a list that changes is another one. The least used goes first.
const leidas = new Map<string, readonly Destinatario[]>();

function recordar(huella: string, filas: readonly Destinatario[]): void {
  leidas.set(huella, filas);
  let total = [...leidas.values()].reduce((suma, { length }) => suma + length, 0);
  for (const [vieja, { length }] of leidas) {
    if (total <= FILAS_EN_MEMORIA || vieja === huella) return;
    leidas.delete(vieja);
    total -= length;
  }
}

/**
 * The rows of the list of a dissemination, in order. A list read before is the same frozen object, by its digest:
 * it does not travel again, and what was worked out of it serves again.
 */
export async function leerDestinatarios(
  tx: Transaccion,
  { id, destinatariosHuella: huella, destinatariosCuantos }: Lista,
): Promise<readonly Destinatario[]> {
  if (huella === null) return [];
  const conocida = leidas.get(huella);
  if (conocida) {
    leidas.delete(huella);
    leidas.set(huella, conocida);
    return conocida;
  }
  const filas: Destinatario[] = [];
  for (let desde = -1; filas.length < destinatariosCuantos; ) {
    const [viaje] = await tx.$queryRaw<{ filas: string | null; hasta: number }[]>`
      SELECT json_agg(json_build_array(nombre, cargo, grupo, calidad_juridica, area) ORDER BY orden)::text AS filas, max(orden) AS hasta
      FROM (SELECT * FROM destinatario WHERE difusion_id = ${id}::uuid AND orden > ${desde} ORDER BY orden LIMIT ${POR_VIAJE}) AS tramo`;
    if (!viaje?.filas) break;
    desde = viaje.hasta;
    const tramo: readonly (string | null)[][] = JSON.parse(viaje.filas);
    for (const [nombre, cargo, grupo, calidadJuridica, area] of tramo)
      filas.push(sinNulos({ nombre, cargo, grupo, calidadJuridica, area }));
  }
  recordar(huella, Object.freeze(filas));
  return filas;
}

/** The rows as one JSON list, written by stretches: tens of thousands at once would hold whoever else is being attended. */
async function comoJson(filas: readonly Destinatario[]): Promise<string> {
  const tramos: string[] = [];
  for (let desde = 0; desde < filas.length; desde += POR_VIAJE) {
    const tramo = filas
      .slice(desde, desde + POR_VIAJE)
      .map(({ nombre: n, cargo: c, grupo: g, calidadJuridica: j, area: a }) => ({ n, c, g, j, a }));
    tramos.push(JSON.stringify(tramo).slice(1, -1));
    await cederElPaso();
  }
  return `[${tramos.join(",")}]`;
}

export type ConteoDestinatarios = {
  readonly total: number;
  /** By what the row says of its group, as it is kept; "" when it says nothing. */
  readonly grupos: Readonly<Record<string, number>>;
  /** Areas of the personnel, with how many people each. */
  readonly areas: readonly { readonly area: string; readonly cuantos: number }[];
};

/** The list counted by group, and the personnel by area. */
export async function contarDestinatarios(
  tx: Transaccion,
  { id: difusionId, institucionId }: DifusionRef,
): Promise<ConteoDestinatarios> {
  const filas = await tx.$queryRaw<{ grupo: string | null; area: string | null; cuantos: number }[]>`
    SELECT grupo, CASE WHEN grupo = 'personal' THEN area END AS area, count(*)::int AS cuantos FROM destinatario
    WHERE difusion_id = ${difusionId}::uuid AND institucion_id = ${institucionId}::uuid GROUP BY 1, 2 ORDER BY 3 DESC`;
  const grupos: Record<string, number> = {};
  for (const { grupo, cuantos } of filas) grupos[grupo ?? ""] = (grupos[grupo ?? ""] ?? 0) + cuantos;
  return {
    total: filas.reduce((suma, { cuantos }) => suma + cuantos, 0),
    grupos,
    areas: filas.flatMap(({ area, cuantos }) => (area === null ? [] : [{ area, cuantos }])),
  };
}

export type DestinatarioGuardado = {
  readonly orden: number;
  readonly nombre: string | null;
  readonly cargo: string | null;
  readonly grupo: string | null;
  readonly calidadJuridica: string | null;
  readonly area: string | null;
};

type Pagina = { readonly grupo: string | null; readonly desde: number; readonly cuantos: number };

/** A stretch of the list in its order, of one group or of all (null). */
export function paginaDestinatarios(
  tx: Transaccion,
  { id: difusionId, institucionId }: DifusionRef,
  { grupo, desde, cuantos }: Pagina,
): Promise<DestinatarioGuardado[]> {
  return tx.destinatario.findMany({
    where: { difusionId, institucionId, ...(grupo !== null && { grupo }) },
    orderBy: { orden: "asc" },
    skip: desde,
    take: cuantos,
    select: { orden: true, nombre: true, cargo: true, grupo: true, calidadJuridica: true, area: true },
  });
}
