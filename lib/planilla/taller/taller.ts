import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Leido, noLeido } from "../falla";
import type { Mensaje } from "./obrero";
import type { NombreTarea, Tareas } from "./tareas";
import { juntar } from "./trozos";

export interface Condiciones {
  /** Milliseconds after which the worker is killed. */
  plazo?: number;
  /** MiB of heap after which the worker dies. */
  memoria?: number;
  signal?: AbortSignal;
}

const PLAZO = 20_000;
const MEMORIA = 512;
/** Workers alive at once; the rest wait their turn. */
const SIMULTANEOS = 2;

const DEMORA =
  "El archivo tardó demasiado en leerse. Deje en él solo las hojas con los datos, sin fórmulas ni imágenes, y vuelva a cargarlo.";
const MEMORIA_AGOTADA =
  "El archivo es demasiado grande o complejo para leerlo. Deje en él solo las hojas con los datos y vuelva a cargarlo.";

const LLAVE = Symbol.for("cseu.taller-de-planillas");

/** Turns, one set per process even when the bundler duplicates this module. */
function turnos(): { ocupados: number; espera: (() => void)[] } {
  const portador = globalThis as { [LLAVE]?: ReturnType<typeof turnos> };
  portador[LLAVE] ??= { ocupados: 0, espera: [] };
  return portador[LLAVE];
}

async function tomarTurno(): Promise<void> {
  const estado = turnos();
  if (estado.ocupados < SIMULTANEOS) estado.ocupados++;
  else await new Promise<void>((seguir) => estado.espera.push(seguir));
}

function dejarTurno(): void {
  const estado = turnos();
  const seguir = estado.espera.shift();
  if (seguir) seguir();
  else estado.ocupados--;
}

/**
 * Does a task in a worker of its own, which can die alone: past its time or its memory the answer is a failure
 * (`LIBRO_DEMORA`, `LIBRO_EXCESIVO`), and the server goes on. A bug in the task throws here.
 * @returns what the task returns; long lists arrive in slices, without holding the event loop.
 */
export async function planillaEnTaller<T extends NombreTarea>(
  tarea: T,
  argumentos: Parameters<Tareas[T]>,
  condiciones: Condiciones = {},
): Promise<Awaited<ReturnType<Tareas[T]>>> {
  await tomarTurno();
  try {
    condiciones.signal?.throwIfAborted();
    return (await enviarTarea(tarea, argumentos, condiciones)) as Awaited<ReturnType<Tareas[T]>>;
  } finally {
    dejarTurno();
  }
}

/** What a worker sees of the environment: no secrets, and nothing unset, which would reach it as the text "undefined". */
export function ambienteDelObrero(entorno: NodeJS.ProcessEnv): Record<string, string> {
  const pares = ["NODE_ENV", "TMPDIR"].map((nombre) => [nombre, entorno[nombre]] as const);
  return Object.fromEntries(
    pares.flatMap(([nombre, valor]) => (valor === undefined ? [] : [[nombre, valor]])),
  );
}

function enviarTarea(
  tarea: string,
  argumentos: readonly unknown[],
  condiciones: Condiciones,
): Promise<Leido<unknown>> {
  // The worker runs from source: its path is that of the project, wherever the server's own code was bundled to.
  const ruta = join(/* turbopackIgnore: true */ process.cwd(), "lib", "planilla", "taller", "obrero.ts");
  const obrero = new Worker(/* turbopackIgnore: true */ ruta, {
    workerData: { tarea, argumentos },
    execArgv: ["--import", "tsx"],
    env: ambienteDelObrero(process.env),
    resourceLimits: { maxOldGenerationSizeMb: condiciones.memoria ?? MEMORIA, maxYoungGenerationSizeMb: 64 },
  });
  return new Promise<Leido<unknown>>((resolver, rechazar) => {
    let valor: unknown;
    let pendientes = 0;
    const reloj = setTimeout(
      () => terminar(() => resolver(noLeido("LIBRO_DEMORA", DEMORA))),
      condiciones.plazo ?? PLAZO,
    );
    const abortar = () => terminar(() => rechazar(condiciones.signal?.reason));
    const terminar = (fin: () => void) => {
      clearTimeout(reloj);
      condiciones.signal?.removeEventListener("abort", abortar);
      obrero.removeAllListeners();
      obrero.on("error", () => {});
      void obrero.terminate();
      fin();
    };
    const pedir = () => setImmediate(() => obrero.postMessage("sigue"));
    condiciones.signal?.addEventListener("abort", abortar);
    obrero.on("message", (mensaje: Mensaje) => {
      if (mensaje.tipo === "esqueleto") {
        valor = mensaje.valor;
        pendientes = mensaje.trozos;
      } else {
        juntar(valor, mensaje.trozo);
        pendientes--;
      }
      if (pendientes === 0) terminar(() => resolver(valor as Leido<unknown>));
      else pedir();
    });
    obrero.on("error", (error: Error & { code?: string }) => {
      const sinMemoria = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      terminar(() => (sinMemoria ? resolver(noLeido("LIBRO_EXCESIVO", MEMORIA_AGOTADA)) : rechazar(error)));
    });
    obrero.on("exit", (codigo) => {
      terminar(() =>
        rechazar(new Error(`The worker of «${tarea}» ended with code ${codigo} before answering.`)),
      );
    });
  });
}
