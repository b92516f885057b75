import type { Expediente } from "@/lib/expediente/formato";
import { ESTADOS_QUE_CIERRAN } from "@/lib/flujo/revision";
import type { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";

export type EnvioNuevo = {
  readonly institucionId: string;
  readonly ejercicioId: string;
  readonly contenido: Expediente;
  readonly huellaPlan: string;
  readonly huellaInforme: string;
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
