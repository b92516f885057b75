import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ErrorDatos } from "@/lib/datos/errorDatos";

const FUENTES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  // The clock of the demonstration tells its December from the server.
  "prisma/semilla",
  "next.config.ts",
  "proxy.ts",
  "instrumentation.ts",
  "tsconfig.json",
  "package-lock.json",
  ".postcssrc.json",
];

function* archivos(ruta: string): Generator<string> {
  if (!existsSync(ruta)) return;
  if (statSync(ruta).isFile()) yield ruta;
  else for (const nombre of readdirSync(ruta).sort()) yield* archivos(join(ruta, nombre));
}

function huellaDeFuentes(): string {
  const resumen = createHash("sha256");
  for (const fuente of FUENTES) {
    for (const archivo of archivos(fuente))
      resumen.update(archivo).update("\0").update(readFileSync(archivo)).update("\0");
  }
  return resumen.digest("hex");
}

/**
 * Builds for production unless the last finished build is of these same sources.
 * @param carpeta folder of the build
 * @param marca file that remembers which sources the build is of
 * @param construir runs the build and answers its exit code
 * @returns whether it built now
 * @throws ErrorDatos `configuracion` when the build fails
 */
export async function construirSiCambio(
  carpeta: string,
  marca: string,
  construir: () => Promise<number>,
): Promise<boolean> {
  const huella = `${carpeta} ${huellaDeFuentes()}`;
  const terminada = existsSync(join(carpeta, "BUILD_ID")) && existsSync(marca);
  if (terminada && readFileSync(marca, "utf8") === huella) return false;
  // Erased first: a build killed half-way must never look finished.
  rmSync(marca, { force: true });
  if ((await construir()) !== 0)
    throw new ErrorDatos("configuracion", "La construcción falló. El motivo está más arriba.");
  mkdirSync(dirname(marca), { recursive: true });
  writeFileSync(marca, huella);
  return true;
}
