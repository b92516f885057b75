import type { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";

const CON_HILO = {
  mensajes: { orderBy: [{ escritoEn: "asc" }, { id: "asc" }] },
  archivo: { select: { id: true, nombre: true } },
  envio: { select: { version: true } },
} as const satisfies Prisma.ObservacionInclude;

/** An observation with its thread, in the order it was written. */
export type ObservacionConHilo = Prisma.ObservacionGetPayload<{ include: typeof CON_HILO }>;

type Ronda = {
  readonly institucionId: string;
  readonly ejercicioId: string;
  readonly rondaId: string | null;
};

const deRonda = ({ institucionId, ejercicioId, rondaId }: Ronda): Prisma.ObservacionWhereInput => ({
  institucionId,
  envio: { ejercicioId, rondaId },
});

/** Every observation of the round with its thread, in the order they were made. */
export function observacionesDeRonda(tx: Transaccion, ronda: Ronda): Promise<ObservacionConHilo[]> {
  return tx.observacion.findMany({
    where: deRonda(ronda),
    include: CON_HILO,
    orderBy: [{ creadaEn: "asc" }, { id: "asc" }],
  });
}

/** One observation of the round, with its thread. */
export function buscarObservacion(
  tx: Transaccion,
  ronda: Ronda,
  id: string,
): Promise<ObservacionConHilo | null> {
  return tx.observacion.findFirst({ where: { ...deRonda(ronda), id }, include: CON_HILO });
}

export type ObservacionNueva = {
  readonly institucionId: string;
  readonly envioId: string;
  readonly requisito: string;
  readonly ruta: string;
  readonly archivoId: string | null;
  readonly pagina: number | null;
  readonly texto: string;
  readonly autorId: string;
  readonly en: Date;
};

/** Writes a draft: nobody of the institution sees it until the version is returned. Returns its id. */
export async function crearObservacion(tx: Transaccion, nueva: ObservacionNueva): Promise<string> {
  const { texto, autorId, en, ...lugar } = nueva;
  const { id } = await tx.observacion.create({
    data: { ...lugar, creadaPorId: autorId, creadaEn: en },
    select: { id: true },
  });
  await agregarMensaje(tx, {
    institucionId: lugar.institucionId,
    observacionId: id,
    gesto: "observa",
    autorId,
    texto,
    escritoEn: en,
  });
  return id;
}

/** Changes the text of a draft. Returns whether it was still one. */
export async function cambiarBorrador(
  tx: Transaccion,
  { id, envioId, texto }: { readonly id: string; readonly envioId: string; readonly texto: string },
): Promise<boolean> {
  const { count } = await tx.observacionMensaje.updateMany({
    where: { gesto: "observa", observacion: { id, envioId, publicadaEn: null } },
    data: { texto },
  });
  return count === 1;
}

/** Takes a draft away. Returns whether it was still one. */
export async function borrarBorrador(
  tx: Transaccion,
  { id, envioId }: { readonly id: string; readonly envioId: string },
): Promise<boolean> {
  await tx.observacionMensaje.deleteMany({ where: { observacion: { id, envioId, publicadaEn: null } } });
  return (await tx.observacion.deleteMany({ where: { id, envioId, publicadaEn: null } })).count === 1;
}

/** Shows the institution every draft of a version. Returns how many there were. */
export async function publicarObservaciones(
  tx: Transaccion,
  envioId: string,
  publicadaEn: Date,
): Promise<number> {
  const { count } = await tx.observacion.updateMany({
    where: { envioId, publicadaEn: null },
    data: { publicadaEn },
  });
  return count;
}

export async function agregarMensaje(
  tx: Transaccion,
  mensaje: Prisma.ObservacionMensajeUncheckedCreateInput,
): Promise<void> {
  await tx.observacionMensaje.create({ data: mensaje, select: { id: true } });
}

/** Moves an observation from one state to another, if it is still there. Returns whether it was. */
export async function transitarObservacion(
  tx: Transaccion,
  id: string,
  desde: ObservacionConHilo["estado"],
  estado: ObservacionConHilo["estado"],
): Promise<boolean> {
  return (await tx.observacion.updateMany({ where: { id, estado: desde }, data: { estado } })).count === 1;
}

/** The texts that reviewers reuse, without those retired; of every requirement. */
export function listarPlantillas(tx: Transaccion) {
  return tx.plantillaObservacion.findMany({
    where: { retiradaEn: null },
    orderBy: [{ titulo: "asc" }, { id: "asc" }],
  });
}

export async function crearPlantilla(
  tx: Transaccion,
  nueva: {
    readonly requisito: string | null;
    readonly titulo: string;
    readonly texto: string;
    readonly creadaPorId: string;
    readonly creadaEn: Date;
  },
): Promise<string> {
  return (await tx.plantillaObservacion.create({ data: nueva, select: { id: true } })).id;
}

/** Retires a template: what was observed with it stays. Returns whether it was in use. */
export async function retirarPlantilla(tx: Transaccion, id: string, retiradaEn: Date): Promise<boolean> {
  const { count } = await tx.plantillaObservacion.updateMany({
    where: { id, retiradaEn: null },
    data: { retiradaEn },
  });
  return count === 1;
}
