import type { Transaccion } from "../transaccion";

/**
 * One lock per institution, held until the transaction ends. Who writes a field or a decision shares it; who freezes
 * a version (send to the Committee, sign, submit) takes it alone. Without it, a field saved in the instant between
 * reading a version and freezing it would be neither in the version nor refused.
 * The statement that follows the lock sees all that was committed before it was granted.
 */
/** Shares the institution's lock: for use cases that write what people fill in. First thing of the transaction. */
export async function compartirInstitucion(tx: Transaccion, institucionId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('cseu.institucion.' || ${institucionId}::text, 0))::text`;
}

/** Takes the institution's lock alone: for use cases that freeze a version or end one. First thing of the transaction. */
export async function reservarInstitucion(tx: Transaccion, institucionId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('cseu.institucion.' || ${institucionId}::text, 0))::text`;
}

// Any number, but always this one.
const CANDADO_RESUMEN = 7_281_202_601;

/** Two readers that find work in the schema `resumen` make it in turns. First thing of the transaction. */
export async function turnoDeResumir(tx: Transaccion): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CANDADO_RESUMEN})`;
}
