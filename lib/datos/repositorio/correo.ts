import type { TipoCorreo } from "@/lib/flujo/aviso";
import type { Transaccion } from "../transaccion";

/** A mail to write down. `clave` is what it is about: the same one is never written twice. */
export type CorreoNuevo = {
  readonly clave: string;
  readonly para: string;
  readonly asunto: string;
  readonly texto: string;
  /** Kind of notice; the plain one unless said. */
  readonly tipo?: TipoCorreo;
  /** Whoever it is for, when they have an account. */
  readonly usuarioId?: string;
  /** Waits for the person's daily digest instead of leaving by itself. */
  readonly enResumen?: boolean;
};

/**
 * Writes mails to the outbox, in the transaction of what they tell; the database gives each its job in that same
 * transaction. Those already written stay as they were. Returns how many are new.
 */
export async function encolarCorreos(
  tx: Transaccion,
  correos: readonly CorreoNuevo[],
  ahora: Date,
): Promise<number> {
  if (correos.length === 0) return 0;
  const { count } = await tx.correo.createMany({
    data: correos.map((correo) => ({ ...correo, creadoEn: ahora })),
    skipDuplicates: true,
  });
  return count;
}

export type CorreoPorEnviar = {
  readonly id: string;
  readonly clave: string;
  readonly para: string;
  readonly asunto: string;
  readonly texto: string;
  readonly tipo: string;
  readonly usuarioId: string | null;
  readonly creadoEn: Date;
  readonly enviadoEn: Date | null;
  readonly entregandoEn: Date | null;
};

/** A mail that a job names, counting the attempt; null when there is none to send by that id. */
export async function tomarCorreo(tx: Transaccion, id: string): Promise<CorreoPorEnviar | null> {
  const [fila] = await tx.$queryRaw<CorreoPorEnviar[]>`
    UPDATE correo SET intentos = intentos + (enviado_en IS NULL AND entregando_en IS NULL)::int
    WHERE id = ${id}::uuid AND NOT en_resumen
    RETURNING id, clave, para, asunto, texto, tipo, usuario_id AS "usuarioId", creado_en AS "creadoEn",
      enviado_en AS "enviadoEn", entregando_en AS "entregandoEn"`;
  return fila ?? null;
}

/** Notes that the last byte is about to go. Returns false when another sender noted it first: this one must stop. */
export async function anotarEntrega(tx: Transaccion, id: string, ahora: Date): Promise<boolean> {
  const { count } = await tx.correo.updateMany({
    where: { id, enviadoEn: null, entregandoEn: null },
    data: { entregandoEn: ahora },
  });
  return count === 1;
}

/** Notes that the server took a mail. */
export async function anotarEnviado(tx: Transaccion, id: string, ahora: Date): Promise<void> {
  await tx.correo.updateMany({ where: { id, enviadoEn: null }, data: { enviadoEn: ahora, error: null } });
}

/** Notes why the server did not take a mail: it surely has not, so another attempt may be made. `marcado`: ours is the mark. */
export async function anotarFallaDeEnvio(
  tx: Transaccion,
  id: string,
  error: string,
  marcado: boolean,
): Promise<void> {
  await tx.correo.updateMany({
    where: { id, enviadoEn: null, ...(marcado ? {} : { entregandoEn: null }) },
    data: { error: error.slice(0, 500), entregandoEn: null },
  });
}

/** Notes that nobody knows whether the server took a mail. It is not sent again unless a person says so. */
export async function anotarIncierto(tx: Transaccion, id: string, error: string): Promise<void> {
  await tx.correo.updateMany({
    where: { id, enviadoEn: null, NOT: { entregandoEn: null } },
    data: { error: error.slice(0, 500) },
  });
}

/** Gives a job again to mails that wait without one (its job was lost, or the mail is older than the queue). Returns how many. */
export async function repasarCorreos(tx: Transaccion, cuantos: number): Promise<number> {
  const [fila] = await tx.$queryRaw<{ cuantos: number }[]>`
    WITH sueltos AS (
      SELECT id FROM correo c
      WHERE enviado_en IS NULL AND entregando_en IS NULL AND NOT en_resumen
        AND NOT EXISTS (SELECT FROM pgboss.job_common j
          WHERE j.name = 'correo' AND j.singleton_key = c.id::text AND j.state <= 'active' AND j.policy = 'exclusive')
      ORDER BY creado_en LIMIT ${cuantos})
    SELECT count(*)::int AS cuantos, encolar_correos(array_agg(id))::text FROM sueltos`;
  return fila?.cuantos ?? 0;
}

/**
 * Sends again a mail that nobody knows whether it left, or brings the next attempt of one that waits to now. Returns
 * false when there is nothing to send, or when somebody has it in hand at this moment.
 */
export async function reintentarCorreo(tx: Transaccion, id: string): Promise<boolean> {
  const cuantos = await tx.$executeRaw`
    UPDATE correo SET entregando_en = NULL WHERE id = ${id}::uuid AND enviado_en IS NULL AND NOT en_resumen
      AND NOT EXISTS (SELECT FROM pgboss.job_common
        WHERE name = 'correo' AND singleton_key = ${id} AND state = 'active' AND policy = 'exclusive')`;
  if (cuantos === 0) return false;
  await tx.$executeRaw`UPDATE pgboss.job_common SET start_after = now()
    WHERE name = 'correo' AND singleton_key = ${id} AND state < 'active' AND policy = 'exclusive'`;
  await tx.$executeRaw`SELECT encolar_correos(ARRAY[${id}::uuid])`;
  return true;
}

/** How a mail stands. */
export type EstadoCorreo = "enviado" | "en_espera" | "con_falla" | "sin_confirmar" | "en_resumen";

/** A mail on the screen of the demonstration's outbox. */
export type CorreoListado = {
  readonly id: string;
  readonly para: string;
  readonly asunto: string;
  readonly texto: string;
  readonly creadoEn: Date;
  readonly enviadoEn: Date | null;
  readonly enResumen: boolean;
  readonly error: string | null;
};

/** The last mails of the outbox, newest first. */
export function listarCorreos(tx: Transaccion, cuantos: number): Promise<CorreoListado[]> {
  return tx.correo.findMany({
    orderBy: [{ creadoEn: "desc" }, { id: "asc" }],
    take: cuantos,
    select: {
      id: true,
      para: true,
      asunto: true,
      texto: true,
      creadoEn: true,
      enviadoEn: true,
      enResumen: true,
      error: true,
    },
  });
}

/** A mail that has not left, without its text: it may carry a link that opens an account. */
export type CorreoPendiente = {
  readonly id: string;
  readonly para: string;
  readonly asunto: string;
  readonly creadoEn: Date;
  readonly intentos: number;
  readonly error: string | null;
  readonly estado: Exclude<EstadoCorreo, "enviado" | "en_resumen">;
  /** True instant of the next attempt; null when no job is waiting. */
  readonly proximoEn: Date | null;
};

/** What has not left and why: those nobody knows about first, then those that failed, then the oldest. */
export function listarPendientes(tx: Transaccion, cuantos: number): Promise<CorreoPendiente[]> {
  return tx.$queryRaw<CorreoPendiente[]>`
    SELECT c.id, c.para, c.asunto, c.creado_en AS "creadoEn", c.intentos, c.error, e.estado,
      (SELECT start_after FROM pgboss.job_common j WHERE j.name = 'correo' AND j.singleton_key = c.id::text
        AND j.state < 'active' AND j.policy = 'exclusive') AS "proximoEn"
    FROM correo c, LATERAL (SELECT CASE WHEN entregando_en IS NOT NULL THEN 'sin_confirmar'
        WHEN error IS NOT NULL THEN 'con_falla' ELSE 'en_espera' END AS estado) e
    WHERE enviado_en IS NULL AND NOT en_resumen
    ORDER BY array_position(ARRAY['sin_confirmar', 'con_falla', 'en_espera'], e.estado), c.creado_en
    LIMIT ${cuantos}`;
}

/** How many mails stand in each way, of all the outbox holds. */
export async function contarCorreos(tx: Transaccion): Promise<Record<EstadoCorreo, number>> {
  const filas = await tx.$queryRaw<{ estado: EstadoCorreo; cuantos: number }[]>`
    SELECT CASE WHEN enviado_en IS NOT NULL THEN 'enviado' WHEN en_resumen THEN 'en_resumen'
        WHEN entregando_en IS NOT NULL THEN 'sin_confirmar' WHEN error IS NOT NULL THEN 'con_falla' ELSE 'en_espera' END AS estado,
      count(*)::int AS cuantos
    FROM correo GROUP BY 1`;
  const cuenta = { enviado: 0, en_espera: 0, con_falla: 0, sin_confirmar: 0, en_resumen: 0 };
  for (const { estado, cuantos } of filas) cuenta[estado] = cuantos;
  return cuenta;
}

/** People whose digest is due: they have something gathered before an instant, and an account in use. */
export function personasConResumen(
  tx: Transaccion,
  corte: Date,
): Promise<{ usuarioId: string; correo: string; nombre: string }[]> {
  return tx.$queryRaw`
    SELECT u.id AS "usuarioId", u.correo, u.nombre FROM usuario u
    WHERE u.activo AND u.id IN (SELECT usuario_id FROM correo WHERE en_resumen AND enviado_en IS NULL AND creado_en < ${corte})
    ORDER BY u.id`;
}

/** Takes what a person has gathered before an instant, to be told in one mail, oldest first. Another node finds nothing. */
export async function tomarResumen(
  tx: Transaccion,
  usuarioId: string,
  corte: Date,
  ahora: Date,
): Promise<{ id: string; asunto: string; texto: string; creadoEn: Date }[]> {
  const filas = await tx.$queryRaw<{ id: string; asunto: string; texto: string; creadoEn: Date }[]>`
    UPDATE correo SET enviado_en = ${ahora}
    WHERE usuario_id = ${usuarioId}::uuid AND en_resumen AND enviado_en IS NULL AND creado_en < ${corte}
    RETURNING id, asunto, texto, creado_en AS "creadoEn"`;
  return filas.sort((a, b) => a.creadoEn.getTime() - b.creadoEn.getTime() || (a.id < b.id ? -1 : 1));
}
