import type { Transaccion } from "../transaccion";

/** A mail to write down. `clave` is what it is about: the same one is never written twice. */
export type CorreoNuevo = {
  readonly clave: string;
  readonly para: string;
  readonly asunto: string;
  readonly texto: string;
};

/** Writes mails to the outbox, in the transaction of what they tell. Those already written stay as they were. Returns how many are new. */
export async function encolarCorreos(
  tx: Transaccion,
  correos: readonly CorreoNuevo[],
  ahora: Date,
): Promise<number> {
  const { count } = await tx.correo.createMany({
    data: correos.map((correo) => ({ ...correo, creadoEn: ahora, proximoEn: ahora })),
    skipDuplicates: true,
  });
  return count;
}

export type CorreoPorEnviar = CorreoNuevo & {
  readonly id: string;
  readonly creadoEn: Date;
  readonly intentos: number;
};

/**
 * Takes mails that are due and keeps them for a while, so that no other sender takes them: `reserva` is when they are
 * free again if this sender dies. Takes the instant, the reserve and how many.
 */
export function tomarCorreos(
  tx: Transaccion,
  ahora: Date,
  reserva: Date,
  cuantos: number,
): Promise<CorreoPorEnviar[]> {
  return tx.$queryRaw<CorreoPorEnviar[]>`
    UPDATE correo SET intentos = intentos + 1, proximo_en = ${reserva}
    WHERE id IN (SELECT id FROM correo WHERE enviado_en IS NULL AND proximo_en <= ${ahora}
                 ORDER BY proximo_en LIMIT ${cuantos} FOR UPDATE SKIP LOCKED)
    RETURNING id, clave, para, asunto, texto, intentos, creado_en AS "creadoEn"`;
}

/** Notes that a mail was delivered to the server. */
export async function anotarEnviado(tx: Transaccion, id: string, ahora: Date): Promise<void> {
  await tx.correo.updateMany({ where: { id, enviadoEn: null }, data: { enviadoEn: ahora, error: null } });
}

/** Notes why a mail was not delivered, and when to try again. */
export async function anotarFallaDeEnvio(
  tx: Transaccion,
  id: string,
  error: string,
  proximoEn: Date,
): Promise<void> {
  await tx.correo.updateMany({
    where: { id, enviadoEn: null },
    data: { error: error.slice(0, 500), proximoEn },
  });
}

/** A mail on the screen of the outbox. */
export type CorreoListado = {
  readonly id: string;
  readonly para: string;
  readonly asunto: string;
  readonly texto: string;
  readonly creadoEn: Date;
  readonly enviadoEn: Date | null;
};

/** The last mails of the outbox, newest first. */
export function listarCorreos(tx: Transaccion, cuantos: number): Promise<CorreoListado[]> {
  return tx.correo.findMany({
    orderBy: { creadoEn: "desc" },
    take: cuantos,
    select: { id: true, para: true, asunto: true, texto: true, creadoEn: true, enviadoEn: true },
  });
}
