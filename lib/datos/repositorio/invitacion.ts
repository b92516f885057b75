import type { Rol } from "@/lib/flujo/permiso";
import type { Transaccion } from "../transaccion";

/** An invitation, with the name of where it leads. */
export type Invitacion = {
  readonly id: string;
  readonly institucionId: string | null;
  readonly institucion: { readonly nombre: string; readonly codigo: string } | null;
  readonly correo: string;
  readonly nombre: string;
  readonly rol: Rol;
  readonly cargo: string | null;
  readonly area: string | null;
  readonly preside: boolean;
  readonly creadaEn: Date;
  readonly expiraEn: Date;
};

const CAMPOS = {
  id: true,
  institucionId: true,
  institucion: { select: { nombre: true, codigo: true } },
  correo: true,
  nombre: true,
  rol: true,
  cargo: true,
  area: true,
  preside: true,
  creadaEn: true,
  expiraEn: true,
} as const;

const PENDIENTE = { usadaEn: null, anuladaEn: null } as const;

/** Invitations nobody has used or cancelled, expired ones too. Takes the institution's id, or null for the Red. */
export function listarPendientes(tx: Transaccion, institucionId: string | null): Promise<Invitacion[]> {
  return tx.invitacion.findMany({
    where: { institucionId, ...PENDIENTE },
    orderBy: { creadaEn: "desc" },
    select: CAMPOS,
  });
}

/** One of those; null when it is not there. */
export function buscarPendiente(
  tx: Transaccion,
  id: string,
  institucionId: string | null,
): Promise<Invitacion | null> {
  return tx.invitacion.findFirst({ where: { id, institucionId, ...PENDIENTE }, select: CAMPOS });
}

/** The usable invitation of a token's digest; null when it was used, cancelled, expired or never existed. */
export function buscarPorToken(tx: Transaccion, tokenHash: string, ahora: Date): Promise<Invitacion | null> {
  return tx.invitacion.findFirst({
    where: { tokenHash, ...PENDIENTE, expiraEn: { gt: ahora } },
    select: CAMPOS,
  });
}

export type InvitacionNueva = {
  readonly institucionId: string | null;
  readonly correo: string;
  readonly nombre: string;
  readonly rol: Rol;
  readonly cargo: string | null;
  readonly area: string | null;
  readonly preside: boolean;
  readonly tokenHash: string;
  readonly creadaPorId: string;
  readonly creadaEn: Date;
  readonly expiraEn: Date;
};

/** Writes an invitation; earlier unused ones to the same e-mail for the same function stop working. Returns its id. */
export async function crearInvitacion(tx: Transaccion, nueva: InvitacionNueva): Promise<string> {
  const { institucionId, correo, rol, creadaEn } = nueva;
  await tx.invitacion.updateMany({
    where: { institucionId, correo, rol, ...PENDIENTE },
    data: { anuladaEn: creadaEn },
  });
  const { id } = await tx.invitacion.create({ data: nueva, select: { id: true } });
  return id;
}

/** Uses an invitation up. Returns false when somebody used or cancelled it first. */
export async function usarInvitacion(tx: Transaccion, id: string, ahora: Date): Promise<boolean> {
  const { count } = await tx.invitacion.updateMany({ where: { id, ...PENDIENTE }, data: { usadaEn: ahora } });
  return count === 1;
}

/** Cancels a pending invitation inside an institution (null: the Red). Returns whether there was one. */
export async function anularInvitacion(
  tx: Transaccion,
  id: string,
  institucionId: string | null,
  ahora: Date,
): Promise<boolean> {
  const { count } = await tx.invitacion.updateMany({
    where: { id, institucionId, ...PENDIENTE },
    data: { anuladaEn: ahora },
  });
  return count === 1;
}
