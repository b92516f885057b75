import type { Actor, Alcance, InstitucionRef } from "@/lib/flujo/actor";
import { Prisma } from "../generado/client";
import { conActor, type Transaccion } from "../transaccion";
import { enAlcance } from "./alcance";
import { llano } from "./llano";
import type { Leidas, Tramo } from "./tramo";

/** The institution of a code, if the actor reaches it. */
export function buscarInstitucion(actor: Actor, codigo: string): Promise<InstitucionRef | null> {
  return conActor(actor, "institucion.buscar", async (tx) => {
    const fila = await tx.institucion.findUnique({
      where: { codigo },
      select: { id: true, codigo: true, nombre: true },
    });
    // Row-level security would also show the institutions of the person's other hats: the reach is this one's.
    return fila && (actor.alcance === "*" || actor.alcance.includes(fila.id)) ? fila : null;
  });
}

/** An institution in the administration. */
export type Institucion = {
  readonly id: string;
  readonly codigo: string;
  readonly nombre: string;
  readonly ministerio: string;
  readonly mesu: boolean;
  readonly activa: boolean;
  readonly quorum: "mayoria" | "unanimidad";
  readonly exigePresidencia: boolean;
};

const CAMPOS = {
  id: true,
  codigo: true,
  nombre: true,
  ministerio: true,
  mesu: true,
  activa: true,
  quorum: true,
  exigePresidencia: true,
} as const;

/** Institutions within reach, by name. */
export function listarInstituciones(tx: Transaccion): Promise<Institucion[]> {
  return tx.institucion.findMany({ orderBy: { nombre: "asc" }, select: CAMPOS });
}

type Busqueda = {
  /** Part of the code, name or ministry, as it is searched; blank for all. */
  readonly texto: string;
  readonly alcance: Alcance;
};

/** Institutions of a reach that match a text, active or not, by name: those of a stretch, and how many there are. */
export async function buscarEntreTodas(
  tx: Transaccion,
  { texto, alcance }: Busqueda,
  { desde, cuantas }: Tramo,
): Promise<Leidas<Institucion>> {
  const { sql } = Prisma;
  const nombrada = llano(sql`codigo || ' ' || nombre || ' ' || ministerio`);
  const suyas = sql`FROM institucion WHERE ${enAlcance(sql`id`, alcance)}`;
  // Without a text they are counted apart, so that the page stops at its last row in the index of names.
  const [calza, total] =
    texto === ""
      ? [sql`true`, sql`(SELECT count(*)::int ${suyas})`]
      : [sql`position(${texto} IN ${nombrada}) > 0`, sql`(count(*) OVER ())::int`];
  const filas = await tx.$queryRaw<(Institucion & { total: number })[]>`
    SELECT id, codigo, nombre, ministerio, mesu, activa, quorum::text AS quorum, exige_presidencia AS "exigePresidencia", ${total} AS total
    ${suyas} AND ${calza} ORDER BY nombre, id LIMIT ${cuantas} OFFSET ${desde}`;
  return { total: filas[0]?.total ?? 0, filas: filas.map(({ total: _, ...fila }) => fila) };
}

/** One institution by id. */
export function leerInstitucion(tx: Transaccion, id: string): Promise<Institucion | null> {
  return tx.institucion.findUnique({ where: { id }, select: CAMPOS });
}

/** Whether another institution has a code. */
export async function codigoTomado(tx: Transaccion, codigo: string, salvo?: string): Promise<boolean> {
  return (await tx.institucion.count({ where: { codigo, ...(salvo ? { NOT: { id: salvo } } : {}) } })) > 0;
}

/** Writes a new institution. Returns its id. */
export async function crearInstitucion(tx: Transaccion, nueva: Omit<Institucion, "id">): Promise<string> {
  const { id } = await tx.institucion.create({ data: nueva, select: { id: true } });
  return id;
}

/** Changes an institution. Returns whether it exists within reach. */
export async function actualizarInstitucion(
  tx: Transaccion,
  id: string,
  cambios: Partial<Omit<Institucion, "id">>,
): Promise<boolean> {
  const { count } = await tx.institucion.updateMany({ where: { id }, data: cambios });
  return count === 1;
}
