import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Expediente } from "@/lib/expediente/formato";

const CARPETA = join(process.cwd(), "..", "shared", "datos", "expedientes");

/** The real expedientes at hand beside the repository, by file name; none when they are not there. */
export function expedientesReales(): [string, Expediente][] {
  if (!existsSync(CARPETA)) return [];
  return readdirSync(CARPETA)
    .filter((x) => x.endsWith(".json"))
    .sort()
    .map((x) => [x, JSON.parse(readFileSync(join(CARPETA, x), "utf8")) as Expediente]);
}
