import type { ContextoInstitucion } from "@/lib/casos/contexto";
import type { BaseDePrueba } from "./base";

export type Observada = {
  readonly requisito: "E3O1RT1" | "E3O1RT2";
  readonly ruta: string;
  readonly texto: string;
};

type Devolucion = {
  readonly observaciones: readonly Observada[];
  /** Pointers opened; those of the observations by default. */
  readonly reabierto?: readonly string[];
  readonly hasta?: Date;
  /** Who observes; anybody, for tests that only need it done. */
  readonly revisor?: string;
};

/**
 * Leaves the last version of the final round returned, as the pair of reviewers would.
 * @returns the ids of its observations, in their order.
 */
export async function devolver(
  base: BaseDePrueba,
  { institucion, actor }: ContextoInstitucion,
  { observaciones, reabierto, hasta, revisor = actor.usuarioId }: Devolucion,
): Promise<string[]> {
  const [envio] = await base.comoDueno<{ id: string; enviado_en: Date }>(
    "SELECT id, enviado_en FROM envio WHERE institucion_id = $1 AND ronda_id IS NULL ORDER BY version DESC LIMIT 1",
    [institucion.id],
  );
  if (!envio) throw new Error(`${institucion.codigo} no ha enviado nada.`);
  // The instant of the sending: what the test does next, on the same fixed clock, comes after.
  const cuando = envio.enviado_en;
  const ids: string[] = [];
  for (const { requisito, ruta, texto } of observaciones) {
    const [fila] = await base.comoDueno<{ id: string }>(
      `INSERT INTO observacion (institucion_id, envio_id, requisito, ruta, creada_por_id, creada_en, publicada_en)
       VALUES ($1, $2, $3, $4, $5, $6, $6) RETURNING id`,
      [institucion.id, envio.id, requisito, ruta, revisor, cuando],
    );
    const id = fila?.id ?? "";
    ids.push(id);
    await base.comoDueno(
      `INSERT INTO observacion_mensaje (institucion_id, observacion_id, gesto, autor_id, texto, escrito_en)
       VALUES ($1, $2, 'observa', $3, $4, $5)`,
      [institucion.id, id, revisor, texto, cuando],
    );
  }
  await base.comoDueno(
    `UPDATE envio SET estado = 'observado', abierto_en = $2, abierto_por_id = $3, devuelto_en = $2, devuelto_por_id = $3,
       responder_hasta = $4, reabierto = $5 WHERE id = $1`,
    [
      envio.id,
      cuando,
      revisor,
      hasta ?? new Date("2025-12-20T02:59:59Z"),
      reabierto ?? observaciones.map(({ ruta }) => ruta),
    ],
  );
  return ids;
}
