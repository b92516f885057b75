import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { enviarExpediente } from "@/lib/casos/envio/enviar";
import { leerEnvio } from "@/lib/casos/envio/leer";
import type { BaseDePrueba } from "./base";
import { valor } from "./resultado";

/** Everything that a review writes, children first: to begin each test with a version just sent. */
const DE_LA_REVISION =
  "decision_requisito decision_revision observacion_mensaje observacion revision_criterio nota_revision presencia_revision asignacion_revision plantilla_observacion notificacion correo intento prorroga";

/** Leaves no trace of any review: the only version is the last one that was sent, and it has just arrived. */
export async function recienLlegado(base: BaseDePrueba, envio: string): Promise<void> {
  for (const tabla of DE_LA_REVISION.split(" ")) await base.comoDueno(`DELETE FROM ${tabla}`);
  await base.comoDueno("DELETE FROM envio WHERE id <> $1", [envio]);
  await base.comoDueno(
    `UPDATE envio SET estado = 'enviado', abierto_en = NULL, abierto_por_id = NULL, devuelto_en = NULL,
       devuelto_por_id = NULL, responder_hasta = NULL, reabierto = '{}', ronda_id = NULL WHERE id = $1`,
    [envio],
  );
  await base.comoDueno("DELETE FROM ronda");
}

/** Submits what an institution has ready, as its counterpart. Returns the id of the version. */
export async function enviarTodo(base: BaseDePrueba, ctx: ContextoInstitucion): Promise<string> {
  const { huella } = await valor(leerEnvio(ctx));
  const { codigo } = await valor(enviarExpediente(ctx, { huella }));
  const [fila] = await base.comoDueno<{ id: string }>("SELECT id FROM envio WHERE codigo = $1", [codigo]);
  return fila?.id ?? "";
}

/** The institution sends its version again, corrected, as its own use case leaves the rows. Returns the id of the new version. */
export async function reenviar(base: BaseDePrueba, envio: string, en: Date): Promise<string> {
  const [fila] = await base.comoDueno<{ id: string }>(
    `WITH antes AS (UPDATE envio SET estado = 'corregido' WHERE id = $1 AND estado = 'observado' RETURNING *)
     INSERT INTO envio (institucion_id, ejercicio_id, ronda_id, version, contenido, huella_plan, huella_informe, codigo, enviado_por_id, enviado_en)
     SELECT institucion_id, ejercicio_id, ronda_id, version + 1,
            jsonb_set(contenido, '{informe,seguimiento,avances}', '"Avances corregidos después de la devolución."'),
            huella_plan, huella_informe, 'R' || version || '-' || left(id::text, 8), enviado_por_id, $2 FROM antes RETURNING id`,
    [envio, en],
  );
  if (!fila) throw new Error("Solo se reenvía lo devuelto.");
  return fila.id;
}
