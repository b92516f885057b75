import type { Expediente } from "@/lib/expediente/formato";
import type { Devuelta } from "@/lib/flujo/puntero";
import { ESTADOS_QUE_CIERRAN } from "@/lib/flujo/revision";
import type { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";

export type EnvioNuevo = {
  readonly institucionId: string;
  readonly ejercicioId: string;
  readonly contenido: Expediente;
  /** Null while something cannot be applied: only in a preliminary round. */
  readonly huellaPlan: string | null;
  readonly huellaInforme: string | null;
  /** Null is the final round. */
  readonly rondaId: string | null;
  readonly codigo: string;
  readonly enviadoPorId: string;
  readonly enviadoEn: Date;
};

/** Freezes the whole expediente as sent. Returns its version. The database refuses a second one in course. */
export async function crearEnvio(
  tx: Transaccion,
  nuevo: EnvioNuevo,
): Promise<{ id: string; version: number }> {
  const { institucionId, ejercicioId } = nuevo;
  const previos = await tx.envio.count({ where: { institucionId, ejercicioId } });
  return tx.envio.create({
    data: { ...nuevo, contenido: nuevo.contenido as unknown as Prisma.InputJsonValue, version: previos + 1 },
    select: { id: true, version: true },
  });
}

/** A submission without its frozen content. */
export type EnvioListado = Prisma.EnvioGetPayload<{ omit: { contenido: true } }>;

/** Every submission of a round (null: the final one), the newest first, without its frozen content. */
export function listarEnvios(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
  rondaId: string | null = null,
): Promise<EnvioListado[]> {
  return tx.envio.findMany({
    where: { institucionId, ejercicioId, rondaId },
    orderBy: { version: "desc" },
    omit: { contenido: true },
  });
}

/** The version of the final round that is at the Red and leaves the expediente read-only; null when it can be written. */
export function envioEnCurso(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<EnvioListado | null> {
  return tx.envio.findFirst({
    where: { institucionId, ejercicioId, rondaId: null, estado: { in: [...ESTADOS_QUE_CIERRAN] } },
    orderBy: { version: "desc" },
    omit: { contenido: true },
  });
}

/** The last version sent to a round (null: the final one), without its content; null before the first. */
export function ultimoEnvio(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
  rondaId: string | null = null,
): Promise<EnvioListado | null> {
  return tx.envio.findFirst({
    where: { institucionId, ejercicioId, rondaId },
    orderBy: { version: "desc" },
    omit: { contenido: true },
  });
}

/** An observed version becomes corrected: the next one was sent. Returns whether it was observed. */
export async function marcarCorregido(tx: Transaccion, id: string): Promise<boolean> {
  const { count } = await tx.envio.updateMany({
    where: { id, estado: "observado" },
    data: { estado: "corregido" },
  });
  return count === 1;
}

/** A version returned with only some of its places open; its recipients, which may be many, are left out. */
export type DevueltaLeida = Devuelta & { readonly version: number };

/** The last version of the final round when it was returned and not everything was opened; null otherwise. */
export async function leerDevuelta(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<DevueltaLeida | null> {
  const [fila] = await tx.$queryRaw<{ version: number; reabierto: string[]; enviado: Expediente }[]>`
    SELECT version, reabierto, contenido #- '{difusion,destinatarios,filas}' AS enviado FROM (
      SELECT version, estado, reabierto, contenido FROM envio
      WHERE institucion_id = ${institucionId}::uuid AND ejercicio_id = ${ejercicioId}::uuid AND ronda_id IS NULL
      ORDER BY version DESC LIMIT 1) ultima
    WHERE estado = 'observado' AND NOT ('' = ANY (reabierto))`;
  return fila ?? null;
}

/** The ids of the rows without identity, in the order of the expediente: what their position is found by. */
export async function posicionesDe(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<Readonly<Record<string, number>>> {
  const filas = await tx.$queryRaw<{ id: string; i: number }[]>`
    SELECT d.id::text AS id, (row_number() OVER (ORDER BY d.orden) - 1)::int AS i
      FROM dificultad_holgura d JOIN informe f ON f.id = d.informe_id
      WHERE f.institucion_id = ${institucionId}::uuid AND f.ejercicio_id = ${ejercicioId}::uuid
    UNION ALL
    SELECT d.id::text, (row_number() OVER (ORDER BY d.orden) - 1)::int
      FROM difusion_instancia d JOIN difusion f ON f.id = d.difusion_id
      WHERE f.institucion_id = ${institucionId}::uuid AND f.ejercicio_id = ${ejercicioId}::uuid`;
  return Object.fromEntries(filas.map(({ id, i }) => [id, i]));
}

/** The expediente of some versions, by version, without the recipients: to name and to find what is in them. */
export async function leerEnviados(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
  versiones: readonly number[],
): Promise<Map<number, Expediente>> {
  if (versiones.length === 0) return new Map();
  const filas = await tx.$queryRaw<{ version: number; enviado: Expediente }[]>`
    SELECT version, contenido #- '{difusion,destinatarios,filas}' AS enviado FROM envio
    WHERE institucion_id = ${institucionId}::uuid AND ejercicio_id = ${ejercicioId}::uuid AND version = ANY (${[...versiones]})`;
  return new Map(filas.map(({ version, enviado }) => [version, enviado]));
}

/** A submission with its frozen expediente. */
export function buscarEnvio(tx: Transaccion, institucionId: string, version: number, ejercicioId: string) {
  return tx.envio.findFirst({ where: { institucionId, ejercicioId, version } });
}

/** The extension in force of one scope, if there is one. */
export function prorrogaVigente(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
  alcance: "ajuste" | "envio",
) {
  return tx.prorroga.findFirst({ where: { institucionId, ejercicioId, alcance, revocadaEn: null } });
}
