import { despachar } from "@/lib/correo/cartero";
import type { ConfiguracionCorreo } from "@/lib/correo/configuracion";
import { abrirTransporte } from "@/lib/correo/entrega";
import { COLAS, type PgBoss } from "@/lib/datos/cola";
import { ahoraDePlataforma } from "./reloj";

type Encargo = { readonly correo: string };

/**
 * Attends the queue of mails on this node. Takes the queue, started, and how mails leave.
 * Returns how to let go of the server of mail once the queue has stopped.
 */
export async function atenderCorreo(
  cola: PgBoss,
  configuracion: ConfiguracionCorreo,
  reloj: () => Promise<Date> = ahoraDePlataforma,
): Promise<() => void> {
  const transporte = abrirTransporte(configuracion);
  const opciones = {
    perJobResults: true,
    batchSize: 10,
    localConcurrency: 2,
    pollingIntervalSeconds: 1,
    burstWhenBatchFull: true,
  } as const;
  await cola.work<Encargo>(COLAS.correo, opciones, async (trabajos) => {
    const resultados: { id: string; status: "completed" | "failed"; output: object }[] = [];
    for (const { id, data } of trabajos) {
      const despacho = await despachar(transporte, configuracion.desde, data.correo, reloj).catch(
        (error: unknown) => ({ estado: "reintentar" as const, error: String(error) }),
      );
      resultados.push({
        id,
        status: despacho.estado === "reintentar" ? "failed" : "completed",
        output: despacho,
      });
    }
    return resultados;
  });
  return () => transporte.close();
}
