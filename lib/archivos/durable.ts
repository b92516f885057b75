import { mkdir, open, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** The code of an error of the system (`ENOENT`…), or undefined. */
export function codigoDe(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

/**
 * Renames over `destino`, making its folders, and syncs them: once it returns, a power cut cannot undo it.
 * Both must be in one file system. The bytes must have been synced before.
 */
export async function moverDurable(origen: string, destino: string): Promise<void> {
  const carpeta = dirname(destino);
  for (let intento = 0; ; intento++) {
    await crearCarpeta(carpeta);
    try {
      await rename(origen, destino);
      break;
    } catch (error) {
      // Another node may have removed the folder, empty, between the two calls.
      if (intento === 3 || codigoDe(error) !== "ENOENT" || !(await stat(origen).catch(() => null)))
        throw error;
    }
  }
  await sincronizar(carpeta);
}

async function crearCarpeta(carpeta: string): Promise<void> {
  const primera = await mkdir(carpeta, { recursive: true, mode: 0o700 });
  if (primera) await sincronizar(dirname(primera));
}

async function sincronizar(carpeta: string): Promise<void> {
  const abierta = await open(carpeta, "r").catch(() => null);
  try {
    await abierta?.sync();
  } catch (error) {
    // Some network file systems do not sync folders: there the rename is durable by itself.
    if (!["EINVAL", "EPERM", "ENOTSUP", "EISDIR"].includes(codigoDe(error) ?? "")) throw error;
  } finally {
    await abierta?.close();
  }
}
