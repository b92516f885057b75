import { SISTEMA } from "@/lib/flujo/actor";
import { lecturaConActor } from "../transaccion";

export type Esperas = {
  /** Mails not delivered yet; those that wait for a daily digest are not late. */
  readonly correos: number;
  readonly trabajos: readonly { readonly cola: string; readonly estado: string; readonly cuantos: number }[];
};

/** What waits to be done by whoever attends mails and jobs; counts only. */
export async function contarEsperas(): Promise<Esperas> {
  const { rows } = await lecturaConActor<{ correos: number; trabajos: Esperas["trabajos"] }>(
    SISTEMA,
    "metricas",
    {
      nombre: "cseu_esperas",
      texto: `SELECT (SELECT count(*)::int FROM correo WHERE enviado_en IS NULL AND NOT en_resumen) AS correos,
      (SELECT coalesce(jsonb_agg(t), '[]') FROM (
         SELECT name AS cola, state::text AS estado, count(*)::int AS cuantos FROM pgboss.job
         WHERE state::text IN ('created', 'retry', 'active', 'failed') GROUP BY 1, 2 ORDER BY 1, 2) t) AS trabajos`,
    },
  );
  return rows[0] ?? { correos: 0, trabajos: [] };
}
