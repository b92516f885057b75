import type { Actor } from "@/lib/flujo/actor";
import type { EstadoObservacion, GestoObservacion } from "@/lib/flujo/observacion";
import type { EstadoEnvio } from "@/lib/flujo/revision";
import type { Prisma } from "../generado/client";
import { lecturaConActor, type Transaccion } from "../transaccion";

export type MensajeObservacion = {
  readonly gesto: GestoObservacion;
  readonly autorId: string;
  readonly texto: string;
  readonly escritoEn: Date;
};

/** An observation that was published, with its thread in order and the version it is about. */
export type ObservacionLeida = {
  readonly id: string;
  readonly requisito: string;
  /** Pointer into the version's expediente; "" is the whole requirement. */
  readonly ruta: string;
  readonly pagina: number | null;
  readonly archivo: string | null;
  readonly estado: EstadoObservacion;
  readonly publicadaEn: Date;
  readonly version: number;
  readonly rondaId: string | null;
  readonly mensajes: readonly MensajeObservacion[];
};

const CON_HILO = {
  mensajes: { orderBy: [{ escritoEn: "asc" }, { gesto: "asc" }] },
  archivo: { select: { nombre: true } },
  envio: { select: { version: true, rondaId: true, estado: true } },
} as const satisfies Prisma.ObservacionInclude;

type Fila = Prisma.ObservacionGetPayload<{ include: typeof CON_HILO }>;

const leida = (fila: Fila & { publicadaEn: Date }): ObservacionLeida => ({
  id: fila.id,
  requisito: fila.requisito,
  ruta: fila.ruta,
  pagina: fila.pagina,
  archivo: fila.archivo?.nombre ?? null,
  estado: fila.estado,
  publicadaEn: fila.publicadaEn,
  version: fila.envio.version,
  rondaId: fila.envio.rondaId,
  mensajes: fila.mensajes,
});

const publicada = (fila: Fila): fila is Fila & { publicadaEn: Date } => fila.publicadaEn !== null;

/**
 * What was observed to an institution in a year and published, whoever asks: what is not published yet is the
 * reviewers' alone. The newest version first, in the order of the expediente.
 */
export async function observacionesPublicadas(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<ObservacionLeida[]> {
  const filas = await tx.observacion.findMany({
    where: { institucionId, publicadaEn: { not: null }, envio: { ejercicioId } },
    include: CON_HILO,
    orderBy: [{ envio: { version: "desc" } }, { requisito: "asc" }, { creadaEn: "asc" }, { id: "asc" }],
  });
  return filas.filter(publicada).map(leida);
}

/**
 * Whether an institution was observed anything published in the exercise of an instant, or returned a version: the screens
 * of those that were not, nearly all, ask only this.
 */
export async function hayObservado(actor: Actor, institucionId: string, ahora: Date): Promise<boolean> {
  const sentencia = {
    texto: `SELECT EXISTS (SELECT FROM envio e WHERE e.institucion_id = $1 AND e.ejercicio_id = ejercicio_en_curso($2)
      AND (e.estado = 'observado' OR EXISTS (SELECT FROM observacion o WHERE o.envio_id = e.id AND o.publicada_en IS NOT NULL))) AS hay`,
    valores: [institucionId, ahora],
    nombre: "cseu_observado",
  };
  const { rows } = await lecturaConActor<{ hay: boolean }>(actor, "observacion.marcas", sentencia);
  return rows[0]?.hay ?? false;
}

/** One of them, held until the transaction ends so that two gestures come one after the other; null when there is none. */
export async function tomarObservacion(
  tx: Transaccion,
  institucionId: string,
  id: string,
): Promise<(ObservacionLeida & { readonly ejercicioId: string }) | null> {
  await tx.$queryRaw`SELECT 1 FROM observacion WHERE id = ${id}::uuid AND institucion_id = ${institucionId}::uuid FOR UPDATE`;
  const fila = await tx.observacion.findFirst({
    where: { id, institucionId, publicadaEn: { not: null } },
    include: {
      ...CON_HILO,
      envio: { select: { version: true, rondaId: true, estado: true, ejercicioId: true } },
    },
  });
  if (!fila || !publicada(fila)) return null;
  return { ...leida(fila), ejercicioId: fila.envio.ejercicioId };
}

export type GestoNuevo = {
  readonly institucionId: string;
  readonly observacionId: string;
  readonly gesto: GestoObservacion;
  readonly autorId: string;
  readonly texto: string;
  readonly escritoEn: Date;
};

/** Adds a gesture to a thread and leaves the observation in the state it leads to. */
export async function anotarGesto(
  tx: Transaccion,
  nuevo: GestoNuevo,
  estado: EstadoObservacion,
): Promise<void> {
  await tx.observacionMensaje.create({ data: nuevo, select: { id: true } });
  await tx.observacion.updateMany({
    where: { id: nuevo.observacionId, estado: { not: estado } },
    data: { estado },
  });
}

/** What the institution knows of a round: where its last version stands and since when. */
export type UltimaDeRonda = {
  readonly rondaId: string | null;
  readonly estado: EstadoEnvio;
  readonly enviadoEn: Date;
};

/** The last version sent to each round of a year. */
export async function ultimasDeRonda(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<UltimaDeRonda[]> {
  return tx.$queryRaw<UltimaDeRonda[]>`
    SELECT DISTINCT ON (ronda_id) ronda_id AS "rondaId", estado::text AS estado, enviado_en AS "enviadoEn" FROM envio
    WHERE institucion_id = ${institucionId}::uuid AND ejercicio_id = ${ejercicioId}::uuid ORDER BY ronda_id, version DESC`;
}

/** The last version that an institution sent to a round (null: the final one): its id and its state; null before the first. */
export async function ultimaVersion(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
  rondaId: string | null,
): Promise<{ readonly id: string; readonly estado: EstadoEnvio } | null> {
  return tx.envio.findFirst({
    where: { institucionId, ejercicioId, rondaId },
    orderBy: { version: "desc" },
    select: { id: true, estado: true },
  });
}

/** The decision in force on the last version of the final round, requirement by requirement; null while there is none. */
export async function decisionVigente(tx: Transaccion, institucionId: string, ejercicioId: string) {
  const fila = await tx.decisionRevision.findFirst({
    where: { institucionId, anuladaEn: null, envio: { ejercicioId, rondaId: null } },
    orderBy: { en: "desc" },
    select: {
      decision: true,
      razones: true,
      codigo: true,
      huella: true,
      en: true,
      porId: true,
      envio: { select: { version: true, enviadoEn: true, huellaPlan: true, huellaInforme: true } },
      requisitos: {
        orderBy: { requisito: "asc" },
        select: { requisito: true, cumple: true, razon: true },
      },
    },
  });
  return fila && { ...fila, version: fila.envio.version };
}
