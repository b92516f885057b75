import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { puertoLibre } from "@/lib/datos/servidorProceso";
import { conEntorno, entornoLocal } from "@/lib/orden/entorno";
import { esperarRespuesta, NEXT, terminar } from "@/lib/orden/proceso";
import type { BaseDeCarga } from "./base";

/** What the probe inside the platform says of its process; see sonda.mjs. */
export type Latido = {
  readonly memoriaMb: number;
  readonly bucleP50: number;
  readonly bucleP99: number;
  readonly bucleMaximo: number;
  readonly guardado: { readonly total: number; readonly esperan: number };
};

/** What the measured process has sent to the database, the time it waited for it and the processor it has used. */
export type Figuras = { readonly consultas: number; readonly enBaseMs: number; readonly cpuMs: number };

export type Web = {
  readonly puerto: number;
  readonly proceso: ChildProcess;
  /** The last beats of the probe, one by second. */
  readonly latidos: Latido[];
  /** Asked to the probe; statements are counted when CONTAR_CONSULTAS is set in its environment. */
  readonly figuras: () => Promise<Figuras>;
  readonly detener: () => Promise<void>;
};

/** The secret of the sessions that the simulation seals. */
export function prepararEntorno(): void {
  process.env.SECRETO_SESION ??= "secreto-de-la-noche-de-plazo-".repeat(2);
}

/** Starts the production build of CARPETA_NEXT on a base, with a probe inside. */
export async function iniciarWeb(
  base: BaseDeCarga,
  otras: Readonly<Record<string, string>> = {},
  puertoFijo?: number,
): Promise<Web> {
  const carpetaNext = process.env.CARPETA_NEXT ?? ".next";
  if (!existsSync(join(carpetaNext, "BUILD_ID")))
    throw new Error(`Falta construir: CARPETA_NEXT=${carpetaNext} npx next build`);
  const puerto = puertoFijo ?? (await puertoLibre(null));
  const env = conEntorno({
    ...entornoLocal(base.servidor, puerto),
    CARPETA_NEXT: carpetaNext,
    ARCHIVOS_CARPETA: join(base.carpeta, "archivos"),
    NODE_ENV: "production",
    NIVEL_REGISTRO: "error",
    ...otras,
  });
  delete env.CSEU_DEMO;
  return lanzar([NEXT(), "start", "-H", "127.0.0.1", "-p", String(puerto)], puerto, env, "/ingresar");
}

/** Starts the production build of the least application that saves (tests/rendimiento/minima). */
export async function iniciarMinima(base: BaseDeCarga): Promise<Web> {
  const carpeta = resolve("tests/rendimiento/minima");
  const puerto = await puertoLibre(null);
  const env = conEntorno({ DATABASE_URL: base.servidor.app, NODE_ENV: "production" });
  const orden = [resolve(NEXT()), "start", carpeta, "-H", "127.0.0.1", "-p", String(puerto)];
  return lanzar(orden, puerto, env, "/");
}

async function lanzar(
  orden: readonly string[],
  puerto: number,
  env: NodeJS.ProcessEnv,
  ruta: string,
): Promise<Web> {
  const sonda = resolve("tests/rendimiento/carga/sonda.mjs");
  const proceso = spawn(
    process.execPath,
    [
      ...(process.env.PERFIL ? ["--cpu-prof", `--cpu-prof-dir=${process.env.PERFIL}`] : []),
      "--import",
      sonda,
      ...orden,
    ],
    {
      stdio: ["ignore", 2, 2, "ipc"],
      env: { ...env, NODE_OPTIONS: "" },
    },
  );
  const latidos: Latido[] = [];
  const esperan: ((figuras: Figuras) => void)[] = [];
  proceso.on("message", (dicho: Latido | { figuras: Figuras }) => {
    if ("figuras" in dicho) esperan.shift()?.(dicho.figuras);
    else latidos.push(dicho);
  });
  const figuras = () =>
    new Promise<Figuras>((listo) => {
      esperan.push(listo);
      proceso.send("figuras");
    });
  await esperarRespuesta(`http://127.0.0.1:${puerto}${ruta}`, proceso);
  return { puerto, proceso, latidos, figuras, detener: () => terminar(proceso) };
}
