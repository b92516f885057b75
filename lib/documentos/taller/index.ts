import { availableParallelism } from "node:os";
import { join } from "node:path";
import Piscina from "piscina";
import { huella } from "@/lib/expediente/huella";
import type { Encargo } from "./encargo";
import { Memoria } from "./memoria";

export type { Encargo } from "./encargo";

/** Longest a document may take before its worker is stopped: a runaway one must not hold the others. */
const LIMITE_MS = 300_000;
const MEMORIA_MB = 2048;
const LLAVE = Symbol.for("cseu.taller-de-documentos");

const LLAVE_MEMORIA = Symbol.for("cseu.documentos-dibujados");

type Portador = { [LLAVE]?: Piscina; [LLAVE_MEMORIA]?: Memoria };

function memoria(): Memoria {
  const portador = globalThis as Portador;
  portador[LLAVE_MEMORIA] ??= new Memoria();
  return portador[LLAVE_MEMORIA];
}

/** Rows of recipients from which knowing whether a document was drawn costs what drawing it does. */
const LISTA_LARGA = 2000;

const esLargo = (encargo: Encargo): boolean =>
  "expediente" in encargo && (encargo.expediente.difusion?.destinatarios?.filas?.length ?? 0) > LISTA_LARGA;

/**
 * The pool, one per process even when the bundler duplicates this module. Workers run the TypeScript source with
 * tsx, from the root of the repository: the bundler of the server never sees them (decision 0032).
 */
function taller(): Piscina {
  const portador = globalThis as Portador;
  portador[LLAVE] ??= new Piscina({
    filename: join(/* turbopackIgnore: true */ process.cwd(), "lib", "documentos", "taller", "obrero.ts"),
    execArgv: ["--import", "tsx"],
    // A worker that sleeps on a lock never turns its loop, and what the compiler drew is freed there: it kept it all.
    atomics: "disabled",
    minThreads: 1,
    maxThreads: Math.max(1, Math.min(2, availableParallelism())),
    idleTimeout: 300_000,
    resourceLimits: { maxOldGenerationSizeMb: MEMORIA_MB },
  });
  return portador[LLAVE];
}

/** The form E3O1RT1 says nothing of the dissemination: its (long) lists need not cross between threads. */
function aligerar(encargo: Encargo): Encargo {
  const ligero =
    encargo.pieza === "actaPdf" ||
    encargo.pieza === "minutaPdf" ||
    ((encargo.pieza === "formularioPdf" || encargo.pieza === "formularioXlsx") &&
      encargo.requisito === "E3O1RT1" &&
      encargo.opciones?.codigo !== undefined);
  if (!ligero || !("expediente" in encargo)) return encargo;
  return { ...encargo, expediente: { ...encargo.expediente, difusion: null } };
}

/**
 * Draws a document in a worker thread, without holding the event loop. Takes plain data; returns the bytes of the
 * PDF or workbook, which are shared with whoever asks the same: they are not to be written. Rejects when the document
 * takes more than five minutes or the worker runs out of memory.
 */
export async function generar(encargo: Encargo): Promise<Uint8Array> {
  const ligero = aligerar(encargo);
  const dibujar = async () =>
    (await taller().run(ligero, { signal: AbortSignal.timeout(LIMITE_MS) })) as Uint8Array;
  return esLargo(ligero) ? dibujar() : memoria().pedir(huella(ligero), dibujar);
}

/** Starts a worker, and loads its fonts and template, ahead of the first document: nobody waits for it. */
export async function calentarTaller(): Promise<void> {
  const institucion = { codigo: "0" };
  await generar({ pieza: "planPdf", plan: { formato: "plan-cseu/v1", ejercicio: 2025, institucion } });
}

/** Stops the workers. For tests and for an orderly shutdown. */
export async function cerrarTaller(): Promise<void> {
  const portador = globalThis as Portador;
  await portador[LLAVE]?.destroy();
  delete portador[LLAVE];
}
