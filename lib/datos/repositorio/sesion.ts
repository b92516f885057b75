import { type InstitucionRef, SISTEMA } from "@/lib/flujo/actor";
import type { Rol } from "@/lib/flujo/permiso";
import { consultaConActor, type Transaccion } from "../transaccion";

/** One of the functions a person has: a current row of `membresia`. */
export type Sombrero = {
  readonly id: string;
  readonly rol: Rol;
  readonly cargo: string | null;
  readonly preside: boolean;
  readonly institucion: InstitucionRef | null;
};

/** A session that may go on, as the database knows it. Instants are of the true clock. */
export type FilaSesion = {
  readonly usuarioId: string;
  readonly nombre: string;
  readonly correo: string;
  readonly metodo: string;
  readonly creadaEn: Date;
  readonly vistaEn: Date;
  readonly autenticadaEn: Date;
  readonly expiraEn: Date;
  readonly membresiaId: string | null;
  readonly sombreros: readonly Sombrero[];
  /** Institutions of a reviewer's current groups; empty for every other hat. */
  readonly alcance: readonly string[];
  readonly desfaseMs: number;
};

const SESION_VIGENTE = `
  SELECT usuario_id AS "usuarioId", nombre, correo, metodo, creada_en AS "creadaEn", vista_en AS "vistaEn",
         autenticada_en AS "autenticadaEn", expira_en AS "expiraEn", membresia_id AS "membresiaId",
         sombreros, alcance, desfase_ms AS "desfaseMs"
  FROM sesion_vigente($1::uuid, $2::timestamptz, $3::float8 * interval '1 minute', $4::boolean, $5::boolean)`;

/**
 * The check of every request: one statement, by primary key. Takes the session's id, the true instant, and the
 * idle limit in minutes; and whether asking counts as being there. Returns null when it was closed, expired, sat idle, or its person was deactivated.
 */
export async function leerSesionVigente(
  id: string,
  ahora: Date,
  inactivaMinutos: number,
  { esDemo, tocar = true }: { esDemo: boolean; tocar?: boolean },
): Promise<FilaSesion | null> {
  const { rows: filas } = await consultaConActor<Omit<FilaSesion, "desfaseMs"> & { desfaseMs: string }>(
    SISTEMA,
    "sesion.leer",
    {
      nombre: "cseu_sesion",
      texto: SESION_VIGENTE,
      valores: [id, ahora, inactivaMinutos, esDemo, tocar],
    },
  );
  const fila = filas[0];
  return fila ? { ...fila, desfaseMs: Number(fila.desfaseMs) } : null;
}

export type SesionNueva = {
  readonly usuarioId: string;
  readonly membresiaId: string | null;
  readonly metodo: string;
  readonly origen: string | null;
  readonly agente: string | null;
  readonly ahora: Date;
  readonly autenticadaEn: Date;
  readonly expiraEn: Date;
};

/** Opens a session. Returns its id, new each time. */
export async function abrirSesion(tx: Transaccion, nueva: SesionNueva): Promise<string> {
  const { ahora, ...datos } = nueva;
  const { id } = await tx.sesion.create({
    data: { ...datos, creadaEn: ahora, vistaEn: ahora },
    select: { id: true },
  });
  return id;
}

/** Closes sessions of one person: one by id, or all but one. Returns how many it closed. */
export async function cerrarSesiones(
  tx: Transaccion,
  cuales: { usuarioId: string; id?: string; salvo?: string },
  ahora: Date,
  cerradaPorId: string | null,
): Promise<number> {
  const { usuarioId, id, salvo } = cuales;
  const { count } = await tx.sesion.updateMany({
    where: { usuarioId, cerradaEn: null, ...(id ? { id } : {}), ...(salvo ? { NOT: { id: salvo } } : {}) },
    data: { cerradaEn: ahora, cerradaPorId },
  });
  return count;
}

/** Puts on a hat, if it is one of this person's now. Returns whether it was. */
export async function cambiarSombrero(
  tx: Transaccion,
  sesionId: string,
  usuarioId: string,
  membresiaId: string,
): Promise<boolean> {
  const suyo = await tx.membresia.count({ where: { id: membresiaId, usuarioId, hasta: null } });
  if (suyo === 0) return false;
  const { count } = await tx.sesion.updateMany({
    where: { id: sesionId, usuarioId, cerradaEn: null },
    data: { membresiaId },
  });
  return count === 1;
}

/** Notes that the person proved again who they are. */
export async function anotarAutenticacion(tx: Transaccion, sesionId: string, ahora: Date): Promise<void> {
  await tx.sesion.updateMany({ where: { id: sesionId, cerradaEn: null }, data: { autenticadaEn: ahora } });
}

/** An open session, as its owner or an administrator sees it. */
export type SesionListada = {
  readonly id: string;
  readonly metodo: string;
  readonly origen: string | null;
  readonly agente: string | null;
  readonly creadaEn: Date;
  readonly vistaEn: Date;
};

/** Open sessions of a person, last seen first. `vistaDesde` leaves out those that sat idle. */
export function listarSesiones(
  tx: Transaccion,
  usuarioId: string,
  ahora: Date,
  vistaDesde: Date,
): Promise<SesionListada[]> {
  return tx.sesion.findMany({
    where: { usuarioId, cerradaEn: null, expiraEn: { gt: ahora }, vistaEn: { gt: vistaDesde } },
    orderBy: { vistaEn: "desc" },
    select: { id: true, metodo: true, origen: true, agente: true, creadaEn: true, vistaEn: true },
  });
}

/** The hat to start with: the one worn last, if it is still theirs; otherwise the first. */
export async function sombreroInicial(tx: Transaccion, usuarioId: string): Promise<string | null> {
  const vigentes = await tx.membresia.findMany({
    where: { usuarioId, hasta: null },
    orderBy: [{ rol: "asc" }, { desde: "asc" }],
    select: { id: true },
  });
  const ultima = await tx.sesion.findFirst({
    where: { usuarioId, membresiaId: { in: vigentes.map((m) => m.id) } },
    orderBy: { creadaEn: "desc" },
    select: { membresiaId: true },
  });
  return ultima?.membresiaId ?? vigentes[0]?.id ?? null;
}
