import type { Rol } from "@/lib/flujo/permiso";
import { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";
import { llano } from "./llano";
import type { Leidas, Tramo } from "./tramo";

/** A person of an institution (or of the Red) with one function. */
export type Integrante = {
  readonly id: string;
  readonly usuarioId: string;
  readonly nombre: string;
  readonly correo: string;
  readonly rol: Rol;
  readonly cargo: string | null;
  readonly area: string | null;
  readonly preside: boolean;
  readonly desde: Date;
};

const CAMPOS = {
  id: true,
  usuarioId: true,
  rol: true,
  cargo: true,
  area: true,
  preside: true,
  desde: true,
  usuario: { select: { nombre: true, correo: true } },
} as const;

/** People who have a function in an institution now. */
export async function listarIntegrantes(tx: Transaccion, institucionId: string): Promise<Integrante[]> {
  const filas = await tx.membresia.findMany({
    where: { institucionId, hasta: null },
    orderBy: [{ rol: "asc" }, { preside: "desc" }, { usuario: { nombre: "asc" } }],
    select: CAMPOS,
  });
  return filas.map(({ usuario, ...fila }) => ({ ...fila, ...usuario }));
}

/**
 * People who have a function in the Red de Expertos now: those of a stretch, and how many there are.
 * @param texto part of the name or of the e-mail, as it is searched; blank for all
 */
export async function buscarIntegrantesDeLaRed(
  tx: Transaccion,
  texto: string,
  { desde, cuantas }: Tramo,
): Promise<Leidas<Integrante>> {
  const nombrada = llano(Prisma.sql`u.nombre || ' ' || u.correo`);
  const filas = await tx.$queryRaw<(Integrante & { total: number })[]>`
    SELECT m.id, m.usuario_id AS "usuarioId", u.nombre, u.correo, m.rol::text AS rol, m.cargo, m.area, m.preside, m.desde,
      (count(*) OVER ())::int AS total
    FROM membresia m JOIN usuario u ON u.id = m.usuario_id
    WHERE m.institucion_id IS NULL AND m.hasta IS NULL AND (${texto} = '' OR position(${texto} IN ${nombrada}) > 0)
    ORDER BY m.rol, u.nombre, m.id LIMIT ${cuantas} OFFSET ${desde}`;
  return { total: filas[0]?.total ?? 0, filas: filas.map(({ total: _, ...fila }) => fila) };
}

/** Every counterpart of the institutions in activity within reach. */
export async function listarContrapartes(
  tx: Transaccion,
): Promise<Pick<Integrante, "usuarioId" | "nombre" | "correo">[]> {
  const filas = await tx.membresia.findMany({
    where: {
      hasta: null,
      rol: { in: ["contraparte_titular", "contraparte_suplente"] },
      institucion: { activa: true },
    },
    select: { usuarioId: true, usuario: { select: { nombre: true, correo: true } } },
  });
  return filas.map(({ usuarioId, usuario }) => ({ usuarioId, ...usuario }));
}

/** One current function inside an institution (null: the Red); null when it is not there. */
export async function buscarIntegrante(
  tx: Transaccion,
  id: string,
  institucionId: string | null,
): Promise<Integrante | null> {
  const fila = await tx.membresia.findFirst({ where: { id, institucionId, hasta: null }, select: CAMPOS });
  if (!fila) return null;
  const { usuario, ...resto } = fila;
  return { ...resto, ...usuario };
}

export type MembresiaNueva = {
  readonly usuarioId: string;
  readonly institucionId: string | null;
  readonly rol: Rol;
  readonly cargo: string | null;
  readonly area: string | null;
  readonly preside: boolean;
  readonly desde: Date;
};

/** Gives a function. Returns its id. The database refuses a second one alike, a second titular or a second president. */
export async function crearMembresia(tx: Transaccion, nueva: MembresiaNueva): Promise<string> {
  const { id } = await tx.membresia.create({ data: nueva, select: { id: true } });
  return id;
}

/** Who holds a seat of which there is only one: the titular, or the presidency of the Committee. */
export async function ocupantes(
  tx: Transaccion,
  institucionId: string,
): Promise<{ titular: boolean; presidencia: boolean }> {
  const titular = await tx.membresia.count({
    where: { institucionId, rol: "contraparte_titular", hasta: null },
  });
  const presidencia = await tx.membresia.count({ where: { institucionId, preside: true, hasta: null } });
  return { titular: titular > 0, presidencia: presidencia > 0 };
}

/** Whether a person has a function now in an institution (null: the Red). */
export async function tieneFuncion(
  tx: Transaccion,
  usuarioId: string,
  rol: Rol,
  institucionId: string | null,
): Promise<boolean> {
  return (await tx.membresia.count({ where: { usuarioId, rol, institucionId, hasta: null } })) > 0;
}

/** Where a person has a function now, within reach: the institution; null for the Red. */
export async function lugaresDe(
  tx: Transaccion,
  usuarioId: string,
): Promise<({ readonly id: string; readonly nombre: string } | null)[]> {
  const filas = await tx.membresia.findMany({
    where: { usuarioId, hasta: null },
    orderBy: { institucion: { nombre: "asc" } },
    select: { institucion: { select: { id: true, nombre: true } } },
  });
  return filas.map(({ institucion }) => institucion);
}

/** The last function of a person that ended; null when none has. */
export async function ultimaTerminada(
  tx: Transaccion,
  usuarioId: string,
): Promise<{ readonly rol: Rol; readonly institucion: string | null } | null> {
  const fila = await tx.membresia.findFirst({
    where: { usuarioId, hasta: { not: null } },
    orderBy: [{ hasta: "desc" }, { desde: "desc" }],
    select: { rol: true, institucion: { select: { nombre: true } } },
  });
  return fila && { rol: fila.rol, institucion: fila.institucion?.nombre ?? null };
}

/** Ends a function, never before it began (the demonstration's clock goes back). Returns whether it was still current. */
export async function terminarMembresia(tx: Transaccion, id: string, hasta: Date): Promise<boolean> {
  const cuantas = await tx.$executeRaw`
    UPDATE membresia SET hasta = greatest(desde, ${hasta}) WHERE id = ${id}::uuid AND hasta IS NULL`;
  return cuantas === 1;
}
