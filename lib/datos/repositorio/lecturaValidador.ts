import type { Transaccion } from "../transaccion";

type Lectura = {
  readonly institucionId: string;
  readonly usuarioId: string;
  /** Address of what was read, from the root. */
  readonly que: string;
  readonly leidaEn: Date;
};

/** Writes down what an external validator is about to read. */
export async function anotarLecturas(tx: Transaccion, lecturas: readonly Lectura[]): Promise<void> {
  await tx.lecturaValidador.createMany({ data: [...lecturas] });
}

/** The latest readings of a person in an institution. */
export function ultimasLecturas(
  tx: Transaccion,
  institucionId: string,
  usuarioId: string,
  cuantas: number,
): Promise<{ readonly que: string; readonly leidaEn: Date }[]> {
  return tx.lecturaValidador.findMany({
    where: { institucionId, usuarioId },
    orderBy: { leidaEn: "desc" },
    take: cuantas,
    select: { que: true, leidaEn: true },
  });
}
