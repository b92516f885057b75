import { parentPort, workerData } from "node:worker_threads";
import { type NombreTarea, TAREAS } from "./tareas";
import { type Trozo, trocear } from "./trozos";

/**
 * Body of the worker: one task per life. It speaks first with the skeleton of the result, then hands each slice
 * only when asked for it.
 */
const { tarea, argumentos } = workerData as { tarea: NombreTarea; argumentos: unknown[] };

const resultado = await (TAREAS[tarea] as (...partes: unknown[]) => Promise<unknown>)(...argumentos);
const { esqueleto, trozos } = trocear(resultado);
let siguiente = 0;

export type Mensaje = { tipo: "esqueleto"; valor: unknown; trozos: number } | { tipo: "trozo"; trozo: Trozo };

const enviar = (mensaje: Mensaje) => parentPort?.postMessage(mensaje);

parentPort?.on("message", () => {
  const trozo = trozos[siguiente++];
  if (trozo) enviar({ tipo: "trozo", trozo });
  if (siguiente >= trozos.length) parentPort?.close();
});
enviar({ tipo: "esqueleto", valor: esqueleto, trozos: trozos.length });
if (trozos.length === 0) parentPort?.close();
