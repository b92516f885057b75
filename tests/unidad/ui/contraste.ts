import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Colours of the theme, by name, as written in globales.css. */
export function leerColores(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, nombre = "", hex = ""]) => [nombre, hex]),
  );
}

function luminancia(hex: string): number {
  const canal = (desde: number) => {
    const c = Number.parseInt(hex.slice(desde, desde + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * canal(1) + 0.7152 * canal(3) + 0.0722 * canal(5);
}

/** Contrast ratio of WCAG 2.2, from 1 to 21. */
export function contraste(a: string, b: string): number {
  const [claro = 0, oscuro = 0] = [luminancia(a), luminancia(b)].sort((x, y) => y - x);
  return (claro + 0.05) / (oscuro + 0.05);
}

/** Every .tsx and .ts below some folders. */
export function fuentesDe(...carpetas: string[]): { ruta: string; texto: string }[] {
  return carpetas.flatMap((carpeta) =>
    readdirSync(carpeta, { recursive: true, encoding: "utf8" })
      .filter((ruta) => /\.tsx?$/.test(ruta))
      .map((ruta) => ({ ruta: join(carpeta, ruta), texto: readFileSync(join(carpeta, ruta), "utf8") })),
  );
}

/** Literals of a source that look like lists of classes. */
export function listasDeClases(texto: string): string[] {
  return [...texto.matchAll(/"([^"\n]*)"|`([^`]*)`/g)].map(([, a, b]) => a ?? b ?? "");
}
