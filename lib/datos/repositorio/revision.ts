import type { EstadoEnvio } from "@/lib/flujo/revision";
import type { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";

const INSTITUCION = { id: true, codigo: true, nombre: true, ministerio: true } as const;

/** A version at the Red, without its frozen content, with its institution, its round and its year. */
export type EnvioDeRevision = Prisma.EnvioGetPayload<{
  omit: { contenido: true };
  include: { institucion: { select: typeof INSTITUCION }; ronda: true; ejercicio: true };
}>;

/** A version by its id, if the actor reaches its institution. */
export function leerEnvioDeRevision(tx: Transaccion, id: string): Promise<EnvioDeRevision | null> {
  return tx.envio.findFirst({
    where: { id },
    omit: { contenido: true },
    include: { institucion: { select: INSTITUCION }, ronda: true, ejercicio: true },
  });
}

/** The frozen content of a version, as it was sent. */
export async function leerContenido(tx: Transaccion, id: string): Promise<unknown> {
  return (await tx.envio.findUniqueOrThrow({ where: { id }, select: { contenido: true } })).contenido;
}

/** The versions that an institution sent in a year, of every round or of the final one, the newest first, without their content. */
export function versionesDelAnio(
  tx: Transaccion,
  { institucionId, ejercicioId }: Pick<EnvioDeRevision, "institucionId" | "ejercicioId">,
  soloFinal: boolean,
) {
  return tx.envio.findMany({
    where: { institucionId, ejercicioId, ...(soloFinal && { rondaId: null }) },
    orderBy: { version: "desc" },
    select: { id: true, version: true, rondaId: true, ronda: { select: { nombre: true } } },
  });
}

/** Moves a version from one state to another, if it is still there. Returns whether it was: false, somebody was first. */
export async function transitarEnvio(
  tx: Transaccion,
  id: string,
  desde: EstadoEnvio,
  data: Prisma.EnvioUncheckedUpdateManyInput & { readonly estado: EstadoEnvio },
): Promise<boolean> {
  const { count } = await tx.envio.updateMany({ where: { id, estado: desde }, data });
  return count === 1;
}

/** Verdicts on a version, by requirement and medio de verificación. */
export function listarCriterios(tx: Transaccion, envioId: string) {
  return tx.revisionCriterio.findMany({ where: { envioId } });
}

export type CriterioNuevo = {
  readonly institucionId: string;
  readonly envioId: string;
  readonly criterio: string;
  readonly resultado: "cumple" | "no_cumple" | "con_observaciones";
  readonly razon: string;
  readonly porId: string;
  readonly en: Date;
};

/** Writes the verdict on a criterion, or changes it. */
export async function guardarCriterio(tx: Transaccion, nuevo: CriterioNuevo): Promise<void> {
  const { envioId, criterio, resultado, razon, porId, en } = nuevo;
  await tx.revisionCriterio.upsert({
    where: { envioId_criterio: { envioId, criterio } },
    create: nuevo,
    update: { resultado, razon, porId, en },
    select: { envioId: true },
  });
}

/** Private notes on some versions, the newest first. The database shows them to the Red alone. */
export function listarNotas(tx: Transaccion, envios: readonly string[]) {
  return tx.notaRevision.findMany({
    where: { envioId: { in: [...envios] } },
    orderBy: { escritaEn: "desc" },
  });
}

export async function crearNota(
  tx: Transaccion,
  nueva: {
    readonly institucionId: string;
    readonly envioId: string;
    readonly ruta: string;
    readonly texto: string;
    readonly autorId: string;
    readonly escritaEn: Date;
  },
): Promise<string> {
  return (await tx.notaRevision.create({ data: nueva, select: { id: true } })).id;
}

/** Takes away a note of its author. Returns whether it was there. */
export async function borrarNota(
  tx: Transaccion,
  { id, envioId, autorId }: { readonly id: string; readonly envioId: string; readonly autorId: string },
): Promise<boolean> {
  return (await tx.notaRevision.deleteMany({ where: { id, envioId, autorId } })).count === 1;
}

/** Says that somebody has a version open at an instant. */
export async function anotarPresencia(
  tx: Transaccion,
  presencia: {
    readonly institucionId: string;
    readonly envioId: string;
    readonly usuarioId: string;
    readonly vistaEn: Date;
  },
): Promise<void> {
  const { envioId, usuarioId, vistaEn } = presencia;
  await tx.presenciaRevision.upsert({
    where: { envioId_usuarioId: { envioId, usuarioId } },
    create: presencia,
    update: { vistaEn },
    select: { envioId: true },
  });
}

/** Who else has a version open: names of those seen between two instants. */
export async function presentes(
  tx: Transaccion,
  envioId: string,
  salvoUsuarioId: string,
  entre: { readonly desde: Date; readonly hasta: Date },
): Promise<string[]> {
  const filas = await tx.$queryRaw<{ nombre: string }[]>`
    SELECT u.nombre FROM presencia_revision p JOIN usuario u ON u.id = p.usuario_id
    WHERE p.envio_id = ${envioId}::uuid AND p.usuario_id <> ${salvoUsuarioId}::uuid
      AND p.vista_en >= ${entre.desde} AND p.vista_en <= ${entre.hasta} ORDER BY u.nombre`;
  return filas.map(({ nombre }) => nombre);
}

/** The files of an institution that carry some contents, by digest: id to download the newest of each. */
export async function archivosPorHuella(
  tx: Transaccion,
  institucionId: string,
  huellas: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const filas = await tx.archivo.findMany({
    where: { institucionId, sha256: { in: [...huellas] } },
    orderBy: { subidoEn: "asc" },
    select: { id: true, sha256: true },
  });
  return new Map(filas.map(({ id, sha256 }) => [sha256, id]));
}

/** The scanned acts that stand for a version: those registered before it was sent and not annulled by then. */
export function actasEscaneadas(
  tx: Transaccion,
  {
    institucionId,
    ejercicioId,
    enviadoEn,
  }: Pick<EnvioDeRevision, "institucionId" | "ejercicioId" | "enviadoEn">,
) {
  return tx.acta.findMany({
    where: {
      institucionId,
      ejercicioId,
      archivoId: { not: null },
      registradaEn: { lte: enviadoEn },
      OR: [{ anuladaEn: null }, { anuladaEn: { gt: enviadoEn } }],
    },
    select: { materia: true, archivo: { select: { id: true, nombre: true, tamano: true } } },
  });
}
