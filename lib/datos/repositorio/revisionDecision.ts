import type { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";

/** A decision with its line per requirement. */
export type DecisionCompleta = Prisma.DecisionRevisionGetPayload<{ include: { requisitos: true } }>;

/** Every decision on a version, the newest first: at most one in force, the rest annulled with their reason. */
export function listarDecisiones(tx: Transaccion, envioId: string): Promise<DecisionCompleta[]> {
  return tx.decisionRevision.findMany({
    where: { envioId },
    include: { requisitos: { orderBy: { requisito: "asc" } } },
    orderBy: { en: "desc" },
  });
}

export type DecisionNueva = {
  readonly institucionId: string;
  readonly envioId: string;
  readonly decision: "valida" | "no_valida";
  readonly razones: string;
  readonly huella: string;
  readonly codigo: string;
  readonly porId: string;
  readonly en: Date;
  readonly requisitos: readonly {
    readonly requisito: string;
    readonly cumple: boolean;
    readonly razon: string;
  }[];
};

/** Writes a decision with its lines. The database refuses a second one in force. */
export async function crearDecision(
  tx: Transaccion,
  { requisitos, ...decision }: DecisionNueva,
): Promise<string> {
  const { id } = await tx.decisionRevision.create({ data: decision, select: { id: true } });
  await tx.decisionRequisito.createMany({
    data: requisitos.map((linea) => ({
      ...linea,
      decisionId: id,
      institucionId: decision.institucionId,
    })),
  });
  return id;
}

/** Annuls the decision in force on a version, with its reason. Returns whether there was one. */
export async function anularDecision(
  tx: Transaccion,
  envioId: string,
  anulada: { readonly anuladaPorId: string; readonly anuladaEn: Date; readonly anuladaRazon: string },
): Promise<boolean> {
  const { count } = await tx.decisionRevision.updateMany({
    where: { envioId, anuladaEn: null },
    data: anulada,
  });
  return count === 1;
}
