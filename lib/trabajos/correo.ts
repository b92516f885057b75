import { type Despacho, despachar } from "@/lib/correo/cartero";
import type { ConfiguracionCorreo } from "@/lib/correo/configuracion";
import { abrirTransporte } from "@/lib/correo/entrega";
import { COLAS, type PgBoss } from "@/lib/datos/cola";
import { ahoraDePlataforma } from "./reloj";

type Encargo = { readonly correo: string };

/** What is told of each mail that was tried: its id and what became of it. */
export type DespachoAnotado = {
  readonly correo: string;
  readonly estado: Despacho["estado"];
  readonly ms: number;
};

/**
 * Attends the queue of mails on this node. Takes the queue, started, how mails leave, and whom to tell of each.
 * Returns how to let go of the server of mail once the queue has stopped.
 */
export async function atenderCorreo(
  cola: PgBoss,
  configuracion: ConfiguracionCorreo,
  reloj: () => Promise<Date> = ahoraDePlataforma,
  anotar: (despacho: DespachoAnotado) => void = () => undefined,
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
      const desde = performance.now();
      const despacho = await despachar(transporte, configuracion.desde, data.correo, reloj).catch(
        (error: unknown) => ({ estado: "reintentar" as const, error: String(error) }),
      );
      anotar({ correo: data.correo, estado: despacho.estado, ms: performance.now() - desde });
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
