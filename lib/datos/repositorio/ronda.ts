import type { Transaccion } from "../transaccion";

/** A preliminary round of a year: voluntary, over some requirements, with its dates. */
export type RondaLeida = {
  readonly id: string;
  readonly nombre: string;
  readonly requisitos: readonly string[];
  readonly abreEn: Date;
  /** First instant that is late. */
  readonly cierraEn: Date;
  /** Until when the Red gives its feedback. */
  readonly retroalimentacionEn: Date;
  /** Versions sent to it by every institution within reach. */
  readonly envios: number;
};

/** The preliminary rounds of a year, in the order they open. */
export async function rondasDe(tx: Transaccion, ejercicioId: string): Promise<RondaLeida[]> {
  const filas = await tx.ronda.findMany({
    where: { ejercicioId },
    orderBy: [{ abreEn: "asc" }, { nombre: "asc" }],
    include: { _count: { select: { envios: true } } },
  });
  return filas.map(({ _count, ...fila }) => ({ ...fila, envios: _count.envios }));
}

export type DatosRonda = Pick<
  RondaLeida,
  "nombre" | "requisitos" | "abreEn" | "cierraEn" | "retroalimentacionEn"
>;

/** Holds a round until the transaction ends, so that nobody sends to it while it changes; null when it is not of this year. */
export async function tomarRonda(
  tx: Transaccion,
  ejercicioId: string,
  id: string,
): Promise<RondaLeida | null> {
  await tx.$queryRaw`SELECT 1 FROM ronda WHERE id = ${id}::uuid FOR UPDATE`;
  return (await rondasDe(tx, ejercicioId)).find((ronda) => ronda.id === id) ?? null;
}

/** Whether another round of the year already has a name. */
export async function nombreOcupado(
  tx: Transaccion,
  ejercicioId: string,
  nombre: string,
  salvo: string | null,
): Promise<boolean> {
  const otra = await tx.ronda.findFirst({
    where: {
      ejercicioId,
      nombre: { equals: nombre, mode: "insensitive" },
      ...(salvo !== null && { id: { not: salvo } }),
    },
    select: { id: true },
  });
  return otra !== null;
}

/** Writes a new round. Returns its id. */
export async function crearRonda(tx: Transaccion, ejercicioId: string, datos: DatosRonda): Promise<string> {
  const { id } = await tx.ronda.create({
    data: { ...datos, requisitos: [...datos.requisitos], ejercicioId },
    select: { id: true },
  });
  return id;
}

/** Changes a round. */
export async function cambiarRonda(tx: Transaccion, id: string, datos: DatosRonda): Promise<void> {
  await tx.ronda.update({
    where: { id },
    data: { ...datos, requisitos: [...datos.requisitos] },
    select: { id: true },
  });
}

/** Takes away a round to which nobody sent. */
export async function borrarRonda(tx: Transaccion, id: string): Promise<void> {
  await tx.ronda.delete({ where: { id }, select: { id: true } });
}
