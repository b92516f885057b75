import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const CARPETA = fileURLToPath(new URL("../../../shared/datos", import.meta.url));

/** Real data beside the project, when it is at hand: name of file and its JSON. Says so when it is not. */
export function datosReales<T>(carpeta: "planes" | "expedientes"): [string, T][] {
  const ruta = join(CARPETA, carpeta);
  if (!existsSync(ruta)) {
    console.warn(`Sin datos reales (${carpeta}): esas pruebas no se hacen aquí.`);
    return [];
  }
  return readdirSync(ruta)
    .filter((nombre) => nombre.endsWith(".json"))
    .map((nombre) => [nombre, JSON.parse(readFileSync(join(ruta, nombre), "utf8")) as T]);
}
