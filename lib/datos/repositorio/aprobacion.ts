import type { Expediente } from "@/lib/expediente/formato";
import { type EstadoMateria, estadoDeMateria, type Materia } from "@/lib/flujo/aprobacion";
import { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";
import { reservarInstitucion } from "./cerrojo";

/** A version sent to the Committee, with its signatures in the order they were given. */
export type AprobacionLeida = Prisma.AprobacionGetPayload<{ include: typeof CON_FIRMAS }>;
const CON_FIRMAS = { firmas: { orderBy: { firmadaEn: "asc" } } } as const satisfies Prisma.AprobacionInclude;

/** An act in force with who attended. */
export type ActaLeida = Prisma.ActaGetPayload<{ include: typeof CON_ASISTENTES }>;
const CON_ASISTENTES = {
  asistentes: { orderBy: { orden: "asc" } },
  archivo: { select: { nombre: true, sha256: true, tamano: true, tipo: true } },
} as const satisfies Prisma.ActaInclude;

type EstadoAprobacion = AprobacionLeida["estado"];
type Lugar = { readonly institucionId: string; readonly ejercicioId: string; readonly materia: Materia };

/** The last version sent of a matter (open or closed), if there was one. */
export function ultimaAprobacion(tx: Transaccion, lugar: Lugar): Promise<AprobacionLeida | null> {
  return tx.aprobacion.findFirst({ where: lugar, orderBy: { version: "desc" }, include: CON_FIRMAS });
}

/** Where both matters stand, in one statement and without what was frozen: for screens that only need to say it. */
export async function estadosDeMaterias(
  tx: Transaccion,
  { institucionId, ejercicioId }: Omit<Lugar, "materia">,
): Promise<Readonly<Record<Materia, EstadoMateria>>> {
  const filas = await tx.$queryRaw<{ materia: Materia; estado: EstadoAprobacion | null; hayActa: boolean }[]>`
    SELECT m.materia,
      (SELECT a.estado::text FROM aprobacion a WHERE a.institucion_id = ${institucionId}::uuid AND a.ejercicio_id = ${ejercicioId}::uuid
        AND a.materia = m.materia ORDER BY a.version DESC LIMIT 1) AS estado,
      EXISTS (SELECT FROM acta c WHERE c.institucion_id = ${institucionId}::uuid AND c.ejercicio_id = ${ejercicioId}::uuid
        AND c.materia = m.materia AND c.anulada_en IS NULL) AS "hayActa"
    FROM unnest(enum_range(NULL::materia)) AS m (materia)`;
  const de = (materia: Materia) => {
    const fila = filas.find((una) => una.materia === materia);
    return estadoDeMateria(fila?.estado ? { estado: fila.estado } : null, fila?.hayActa ?? false);
  };
  return { plan: de("plan"), informe: de("informe") };
}

/** A version by its id, with its frozen content. */
export function buscarAprobacion(
  tx: Transaccion,
  institucionId: string,
  id: string,
): Promise<AprobacionLeida | null> {
  return tx.aprobacion.findFirst({ where: { id, institucionId }, include: CON_FIRMAS });
}

/** Every version sent of a matter, the newest first, without its frozen content. */
export function historiaAprobacion(tx: Transaccion, lugar: Lugar) {
  return tx.aprobacion.findMany({
    where: lugar,
    orderBy: { version: "desc" },
    omit: { contenido: true },
    include: CON_FIRMAS,
  });
}

/** The act in force of a matter, if there is one. */
export function actaVigente(tx: Transaccion, lugar: Lugar): Promise<ActaLeida | null> {
  return tx.acta.findFirst({ where: { ...lugar, anuladaEn: null }, include: CON_ASISTENTES });
}

/** Acts of a matter that were left without effect, the newest first. */
export function actasAnuladas(tx: Transaccion, lugar: Lugar): Promise<ActaLeida[]> {
  return tx.acta.findMany({
    where: { ...lugar, anuladaEn: { not: null } },
    orderBy: { registradaEn: "desc" },
    include: CON_ASISTENTES,
  });
}

/**
 * Holds what decides a matter (its plan row) until the transaction ends, so that two people who send, sign or reopen
 * at the same instant do it one after the other.
 * @returns whether there is a plan to decide about.
 */
export async function tomarMateria(tx: Transaccion, { institucionId, ejercicioId }: Lugar): Promise<boolean> {
  // And nobody is in the middle of saving a field: what is read from here on is what will be frozen.
  await reservarInstitucion(tx, institucionId);
  const filas = await tx.$queryRaw<unknown[]>(
    Prisma.sql`SELECT 1 FROM plan WHERE institucion_id = ${institucionId}::uuid AND ejercicio_id = ${ejercicioId}::uuid FOR UPDATE`,
  );
  return filas.length > 0;
}

export type AprobacionNueva = Lugar & {
  readonly huella: string;
  readonly contenido: Expediente;
  readonly declaraCoherencia: boolean;
  readonly firmasNecesarias: number;
  readonly exigePresidencia: boolean;
  readonly enviadaPorId: string;
  readonly enviadaEn: Date;
};

/** Freezes a version for the Committee. Returns its id and its number. */
export async function crearAprobacion(
  tx: Transaccion,
  nueva: AprobacionNueva,
): Promise<{ id: string; version: number }> {
  const { institucionId, ejercicioId, materia } = nueva;
  const previas = await tx.aprobacion.count({ where: { institucionId, ejercicioId, materia } });
  return tx.aprobacion.create({
    data: { ...nueva, contenido: nueva.contenido as unknown as Prisma.InputJsonValue, version: previas + 1 },
    select: { id: true, version: true },
  });
}

/** Closes the open version of a matter, saying why. Returns whether there was one. */
export async function cerrarAprobacion(
  tx: Transaccion,
  id: string,
  cierre: { estado: "objetada" | "anulada" | "aprobada"; cerradaEn: Date; motivoCierre: string | null },
): Promise<boolean> {
  const { count } = await tx.aprobacion.updateMany({ where: { id, estado: "en_firma" }, data: cierre });
  return count === 1;
}

export type FirmaNueva = {
  readonly institucionId: string;
  readonly aprobacionId: string;
  readonly usuarioId: string;
  readonly decision: "aprueba" | "objeta";
  readonly motivo: string | null;
  readonly nombre: string;
  readonly cargo: string;
  readonly area: string | null;
  readonly preside: boolean;
  readonly metodo: string;
  readonly huella: string;
  readonly firmadaEn: Date;
};

/** Writes a signature or an objection. */
export async function crearFirma(tx: Transaccion, nueva: FirmaNueva): Promise<void> {
  await tx.firma.create({ data: nueva, select: { id: true } });
}

export type ActaNueva = Lugar & {
  readonly origen: "plataforma" | "papel";
  readonly aprobacionId: string | null;
  readonly archivoId: string | null;
  readonly numero: string;
  /** AAAA-MM-DD. */
  readonly fecha: string;
  readonly huella: string;
  readonly declaraCoherencia: boolean;
  readonly codigo: string;
  readonly registradaPorId: string;
  readonly registradaEn: Date;
  readonly asistentes: readonly {
    readonly nombre: string;
    readonly cargo: string;
    readonly area: string | null;
    readonly firmadaEn: Date | null;
  }[];
};

/** Writes an act that approves, with its attendees. The database refuses a second one in force. */
export async function crearActa(tx: Transaccion, nueva: ActaNueva): Promise<string> {
  const { asistentes, fecha, institucionId, ...datos } = nueva;
  const { id } = await tx.acta.create({
    data: { ...datos, institucionId, decision: "aprueba", fecha: new Date(`${fecha}T00:00:00Z`) },
    select: { id: true },
  });
  await tx.actaAsistente.createMany({
    data: asistentes.map((asistente, orden) => ({ ...asistente, institucionId, actaId: id, orden })),
  });
  return id;
}

/** How many acts an institution has had in a year, those annulled included: the next one is numbered after them. */
export function contarActas(tx: Transaccion, institucionId: string, ejercicioId: string): Promise<number> {
  return tx.acta.count({ where: { institucionId, ejercicioId } });
}

/** Leaves an act without effect, saying why. Returns whether it was in force. */
export async function anularActa(
  tx: Transaccion,
  id: string,
  anuladaEn: Date,
  motivo: string,
): Promise<boolean> {
  const { count } = await tx.acta.updateMany({
    where: { id, anuladaEn: null },
    data: { anuladaEn, motivoAnulacion: motivo },
  });
  return count === 1;
}

/** The rule of approval of an institution. */
export async function reglaDeAprobacion(tx: Transaccion, institucionId: string) {
  return tx.institucion.findUniqueOrThrow({
    where: { id: institucionId },
    select: { quorum: true, exigePresidencia: true },
  });
}

/** How the person of a session proved who they are: "clave" or the id of a provider. */
export async function metodoDeSesion(tx: Transaccion, sesionId: string): Promise<string> {
  const sesion = await tx.sesion.findUnique({ where: { id: sesionId }, select: { metodo: true } });
  return sesion?.metodo ?? "clave";
}
