import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const LUGARES = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser for the tests, where this machine keeps it; undefined leaves Playwright its own. */
export function rutaChromium(): string | undefined {
  return LUGARES.find((ruta) => ruta !== "" && existsSync(ruta));
}

/** Quiet: the tests run on a closed network, and a browser's own errands would wait for it. */
export const BANDERAS_CHROMIUM: readonly string[] = [
  // Root has no user namespaces for the sandbox to use.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--no-first-run",
  // Without a graphics card it would be drawn by the processor twice.
  "--disable-gpu",
  "--no-pings",
];

/**
 * Installs Debian's chromium when there is none and we may.
 * @returns null when there is a browser now, or what to do about it, in Spanish
 */
export function asegurarChromium(decir: (linea: string) => void): string | null {
  if (rutaChromium()) return null;
  const conApt = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (!conApt)
    return "No hay Chromium. Instálelo (en Debian: sudo apt-get install chromium) o indique dónde está con CHROMIUM=/ruta.";
  decir("Instalando Chromium con apt-get…");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const argumentos of [
    ["update", "-q"],
    ["install", "-y", "-q", "--no-install-recommends", "chromium"],
  ]) {
    const { status } = spawnSync("apt-get", argumentos, { stdio: ["ignore", "inherit", "inherit"], env });
    if (status !== 0)
      return `apt-get ${argumentos[0]} falló (código ${status}): sin Chromium no hay pruebas de pantalla.`;
  }
  return rutaChromium() ? null : "apt-get terminó, pero no hay Chromium.";
}
