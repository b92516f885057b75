import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { ErrorDatos } from "@/lib/datos/errorDatos";

/** Path of the program of an installed package, to be run with this same Node from the root of the project. */
export function programa(paquete: string, ruta: string): string {
  return join("node_modules", paquete, ruta);
}

/** Next's command line. */
export const NEXT = () => programa("next", "dist/bin/next");

/** Starts a Node program as a child that writes on our terminal; all of it on our error stream if asked. */
export function lanzar(
  guion: string,
  argumentos: readonly string[],
  env: NodeJS.ProcessEnv,
  salida: "normal" | "error" = "normal",
): ChildProcess {
  return spawn(process.execPath, [guion, ...argumentos], {
    stdio: ["ignore", salida === "error" ? 2 : 1, 2],
    env,
  });
}

/** Runs it to its end. @returns its exit code; 1 when a signal ended it */
export async function correr(
  guion: string,
  argumentos: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  return finDe(lanzar(guion, argumentos, env));
}

/** Waits for a child to end. @returns its exit code; 1 when a signal ended it */
export async function finDe(hijo: ChildProcess): Promise<number> {
  if (hijo.exitCode === null && hijo.signalCode === null) await once(hijo, "exit");
  return hijo.exitCode ?? 1;
}

/** Ends a child with SIGTERM and, if it does not obey in time, with SIGKILL. */
export async function terminar(hijo: ChildProcess, paciencia = 10_000): Promise<void> {
  if (hijo.exitCode !== null || hijo.signalCode !== null) return;
  const fin = once(hijo, "exit");
  hijo.kill("SIGTERM");
  const reloj = setTimeout(() => hijo.kill("SIGKILL"), paciencia);
  await fin;
  clearTimeout(reloj);
}

/** Whether a local port is free, or becomes so while a killed program finishes leaving it. */
export async function puertoDisponible(puerto: number, pacienciaMs = 0): Promise<boolean> {
  const limite = Date.now() + pacienciaMs;
  while (!(await nadieEscucha(puerto))) {
    if (Date.now() >= limite) return false;
    await new Promise((listo) => setTimeout(listo, 100));
  }
  return true;
}

/** Whether nobody listens on a local port, on either family of addresses. */
async function nadieEscucha(puerto: number): Promise<boolean> {
  for (const anfitrion of ["127.0.0.1", "::1"]) {
    const prueba = createServer();
    const libre = await new Promise<boolean>((listo) => {
      // Without IPv6 on the machine there is nobody there either.
      prueba.once("error", (error: NodeJS.ErrnoException) => listo(error.code !== "EADDRINUSE"));
      prueba.listen(puerto, anfitrion, () => prueba.close(() => listo(true)));
    });
    if (!libre) return false;
  }
  return true;
}

const PAUSA = new Int32Array(new SharedArrayBuffer(4));

type Marca = { pid: number; puerto: number; hijo?: number };

function corre(pid: number, programa = /node|tsx/): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const { status, stdout } = spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  return status !== 0 || (programa.test(stdout) && !stdout.includes("<defunct>"));
}

/**
 * Marks that a command runs here, so that a second one knows. A mark left by a killed one is replaced.
 * @returns null when it is ours now, or the mark of the one that runs
 */
export function tomarTurno(archivo: string, puerto: number): Marca | null {
  mkdirSync(dirname(archivo), { recursive: true });
  for (;;) {
    try {
      const marca = openSync(archivo, "wx");
      writeSync(marca, JSON.stringify({ pid: process.pid, puerto }));
      closeSync(marca);
      return null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const otra = leerTurno(archivo);
    if (otra) return otra;
    // Its build or its web server may have outlived it, and still hold the folder or the port.
    const huerfano = leerMarca(archivo)?.hijo;
    if (huerfano && corre(huerfano, /next/)) {
      process.kill(huerfano, "SIGKILL");
      for (let i = 0; i < 100 && corre(huerfano, /next/); i++) Atomics.wait(PAUSA, 0, 0, 30);
    }
    rmSync(archivo, { force: true });
  }
}

/** Adds to our mark the child we started. */
export function anotarHijo(archivo: string, marca: Required<Marca>): void {
  writeFileSync(archivo, JSON.stringify(marca));
}

function leerMarca(archivo: string): Marca | null {
  try {
    return JSON.parse(readFileSync(archivo, "utf8")) as Marca;
  } catch {
    return null;
  }
}

/** The mark of a command that runs; null when none does. */
export function leerTurno(archivo: string): Marca | null {
  const marca = leerMarca(archivo);
  return marca && marca.pid !== process.pid && corre(marca.pid) ? marca : null;
}

/** Waits until an address answers anything below 500, or the server behind it ends. */
export async function esperarRespuesta(url: string, hijo: ChildProcess, limiteMs = 60_000): Promise<void> {
  const limite = Date.now() + limiteMs;
  while (Date.now() < limite && hijo.exitCode === null && hijo.signalCode === null) {
    const respuesta = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(5000) }).catch(
      () => null,
    );
    if (respuesta && respuesta.status < 500) return;
    await new Promise((listo) => setTimeout(listo, 150));
  }
  throw new ErrorDatos(
    "configuracion",
    `El servidor web no respondió en ${url}. Lea lo que escribió más arriba.`,
  );
}
