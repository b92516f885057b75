import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { WebDePrueba } from "./semillaE2e";

/**
 * Starts the platform of `servidorWeb.ts` in its own process.
 * @param entorno variables on top of ours (CARPETA_NEXT, CSEU_DEMO…)
 * @returns its addresses and how to stop it, and with it everything it started
 */
export async function levantarWeb(
  entorno: Readonly<Record<string, string>> = {},
): Promise<WebDePrueba & { detener: () => Promise<void> }> {
  const argumentos = ["--import", "tsx", "--conditions=react-server", "tests/apoyo/servidorWeb.ts"];
  const hijo = spawn(process.execPath, argumentos, {
    stdio: ["pipe", "pipe", "inherit"],
    // Its address is that of its own free port, whatever this process says of another.
    env: { ...process.env, NODE_OPTIONS: "", URL_PUBLICA: undefined, ...entorno },
  });
  const fin = once(hijo, "exit");
  const lineas = createInterface({ input: hijo.stdout });
  const listo = await Promise.race([once(lineas, "line") as Promise<[string]>, fin.then(() => null)]);
  if (!listo) throw new Error("La plataforma de prueba no arrancó; el motivo está más arriba.");
  return {
    ...(JSON.parse(listo[0]) as WebDePrueba),
    detener: async () => {
      hijo.stdin.end();
      await fin;
    },
  };
}
