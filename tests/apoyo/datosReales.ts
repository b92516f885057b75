import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Expediente, Plan } from "@/lib/expediente/formato";

const CARPETA = join(process.cwd(), "..", "shared", "datos");

function leerCarpeta<T>(nombre: string): [string, T][] {
  const carpeta = join(CARPETA, nombre);
  if (!existsSync(carpeta)) return [];
  return readdirSync(carpeta)
    .filter((x) => x.endsWith(".json"))
    .sort()
    .map((x) => [x, JSON.parse(readFileSync(join(carpeta, x), "utf8")) as T]);
}

/** The real expedientes at hand beside the repository, by file name; none when they are not there. */
export function expedientesReales(): [string, Expediente][] {
  return leerCarpeta("expedientes");
}

/** The real plans at hand, by file name; none when they are not there. */
export function planesReales(): [string, Plan][] {
  return leerCarpeta("planes");
}
