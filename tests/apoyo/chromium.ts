import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const LUGARES = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const SIN_VENTANAS = "/usr/bin/chromium-headless-shell";

/** The browser for the tests, where this machine keeps it; undefined leaves Playwright its own. */
export function rutaChromium(): string | undefined {
  return LUGARES.find((ruta) => ruta !== "" && existsSync(ruta));
}

/** The same engine without the windows nobody sees nor the reader of PDF, at a quarter less work; the whole one where it is not. */
export function rutaChromiumLigero(): string | undefined {
  return !process.env.CHROMIUM && existsSync(SIN_VENTANAS) ? SIN_VENTANAS : rutaChromium();
}

/** Quiet: the tests run on a closed network, and a browser's own errands would wait for it. */
const BANDERAS: readonly string[] = [
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

/** How Playwright launches the browser of a path. */
export const lanzamientoDe = (executablePath: string | undefined) => ({
  ...(executablePath && { executablePath }),
  args: [...BANDERAS],
  // With an empty environment it could not open a file whose path has an accent: choosing it would do nothing.
  env: { ...process.env, LC_ALL: "C.UTF-8" },
});

/**
 * Installs Debian's chromium when there is none and we may, and with it the one without windows.
 * @returns null when there is a browser now, or what to do about it, in Spanish
 */
export function asegurarChromium(decir: (linea: string) => void): string | null {
  if (rutaChromium()) return null;
  const conApt = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (!conApt)
    return "No hay Chromium. Instálelo (en Debian: sudo apt-get install chromium) o indique dónde está con CHROMIUM=/ruta.";
  decir("Instalando Chromium con apt-get…");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...argumentos: string[]) =>
    spawnSync("apt-get", argumentos, { stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
  const instalar = (...paquetes: string[]) =>
    apt("install", "-y", "-q", "--no-install-recommends", ...paquetes);
  apt("update", "-q");
  // Not every Debian has the light one apart.
  if (!instalar("chromium", "chromium-headless-shell")) instalar("chromium");
  return rutaChromium() ? null : "apt-get no pudo instalar Chromium: sin él no hay pruebas de pantalla.";
}
