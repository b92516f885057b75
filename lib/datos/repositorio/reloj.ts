import { SISTEMA } from "@/lib/flujo/actor";
import { consultaConActor, type Transaccion } from "../transaccion";

/** How far the demonstration's clock stands from the true one, in milliseconds. Zero without a row. */
export async function leerDesfase(): Promise<number> {
  const { rows } = await consultaConActor<{ desfase: string }>(SISTEMA, "reloj.leer", {
    nombre: "cseu_reloj",
    texto: "SELECT desfase_ms AS desfase FROM reloj_demo WHERE id = 1",
  });
  return Number(rows[0]?.desfase ?? 0);
}

/** Moves the demonstration's clock. */
export async function fijarDesfase(tx: Transaccion, desfaseMs: number): Promise<void> {
  const desfase = BigInt(Math.round(desfaseMs));
  await tx.relojDemo.upsert({
    where: { id: 1 },
    create: { id: 1, desfaseMs: desfase },
    update: { desfaseMs: desfase },
  });
}
