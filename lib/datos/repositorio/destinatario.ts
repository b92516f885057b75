import type { Destinatario } from "@/lib/expediente/formato";
import type { Transaccion } from "../transaccion";
import type { DifusionRef } from "./difusion";

/** Rows of one statement: some 1 MB of values. */
const LOTE = 5000;

/**
 * Replaces the whole list of recipients, and the workbook it came from.
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
  for (let desde = 0; desde < filas.length; desde += LOTE) {
    const lote = filas.slice(desde, desde + LOTE);
    const columna = (campo: keyof Destinatario) => lote.map((fila) => fila[campo] ?? null);
    await tx.$executeRaw`
      INSERT INTO destinatario (institucion_id, difusion_id, orden, nombre, cargo, grupo, calidad_juridica, area)
      SELECT ${institucionId}::uuid, ${difusionId}::uuid, ${desde}::int + orden, nombre, cargo, grupo, calidad, area
      FROM unnest(${columna("nombre")}::text[], ${columna("cargo")}::text[], ${columna("grupo")}::text[],
        ${columna("calidadJuridica")}::text[], ${columna("area")}::text[])
        WITH ORDINALITY AS fila (nombre, cargo, grupo, calidad, area, orden)`;
  }
  await tx.difusion.updateMany({
    where: { id: difusionId, institucionId },
    data: { destinatariosArchivoId: archivoId },
  });
  return count;
}

export type ConteoDestinatarios = {
  readonly total: number;
  /** By what the row says of its group, as it is kept; "" when it says nothing. */
  readonly grupos: Readonly<Record<string, number>>;
  /** Areas of the personnel, with how many people each. */
  readonly areas: readonly { readonly area: string; readonly cuantos: number }[];
};

/** The list counted by group, and the personnel by area, in one statement each. */
export async function contarDestinatarios(
  tx: Transaccion,
  { id: difusionId, institucionId }: DifusionRef,
): Promise<ConteoDestinatarios> {
  const grupos = await tx.destinatario.groupBy({
    by: ["grupo"],
    where: { difusionId, institucionId },
    _count: true,
  });
  const areas = await tx.destinatario.groupBy({
    by: ["area"],
    where: { difusionId, institucionId, grupo: "personal", area: { not: null } },
    _count: { area: true },
    orderBy: { _count: { area: "desc" } },
  });
  return {
    total: grupos.reduce((suma, { _count }) => suma + _count, 0),
    grupos: Object.fromEntries(grupos.map(({ grupo, _count }) => [grupo ?? "", _count])),
    areas: areas.flatMap(({ area, _count }) => (area === null ? [] : [{ area, cuantos: _count.area }])),
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
