import { createReadStream } from "node:fs";
import { mkdir, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import type { AlmacenArchivos, ArchivoGuardado } from "./almacen";
import { codigoDe } from "./durable";

/** Told of each content done: how many, of how many. */
export type AlAvanzar = (hechos: number, total: number) => void;

/** Why the files of a backup cannot be copied or put back, in words for whoever operates. */
export class FallaDeRespaldo extends Error {}

/**
 * Copies contents of the store, each checked against its digest on the way, to the place that `rutaDe` gives.
 * @throws FallaDeRespaldo naming the content that is missing or damaged in the store; errors of the disk as they come
 */
export async function copiarContenidos(
  almacen: AlmacenArchivos,
  contenidos: readonly ArchivoGuardado[],
  rutaDe: (sha256: string) => string,
  alAvanzar?: AlAvanzar,
): Promise<void> {
  for (const [i, { sha256, tamano }] of contenidos.entries()) {
    const abierto = await almacen.abrir(sha256);
    if (!abierto.ok) {
      throw new FallaDeRespaldo(
        `Falta un archivo en el almacén: ${sha256} (${tamano} bytes), que la base nombra. Revise ARCHIVOS_ALMACEN y ARCHIVOS_CARPETA; si se perdió, recupérelo de un respaldo anterior.`,
      );
    }
    const ruta = rutaDe(sha256);
    await mkdir(dirname(ruta), { recursive: true, mode: 0o700 });
    const archivo = await open(ruta, "wx", 0o600);
    try {
      await pipeline(abierto.valor.flujo, archivo.createWriteStream({ flush: true }));
    } finally {
      await archivo.close().catch(() => undefined);
    }
    alAvanzar?.(i + 1, contenidos.length);
  }
}

/**
 * Checks that a backup has every content, of its size. The digests are checked while restoring.
 * @throws FallaDeRespaldo naming the first that is not
 */
export async function comprobarContenidos(
  contenidos: readonly ArchivoGuardado[],
  rutaDe: (sha256: string) => string,
): Promise<void> {
  for (const { sha256, tamano } of contenidos) {
    const ruta = rutaDe(sha256);
    const datos = await stat(ruta).catch((error: unknown) => {
      if (codigoDe(error) === "ENOENT") return null;
      throw error;
    });
    if (!datos)
      throw new FallaDeRespaldo(
        `A este respaldo le falta ${ruta}. Use otro respaldo, o cópielo de nuevo entero.`,
      );
    if (datos.size !== tamano)
      throw new FallaDeRespaldo(`${ruta} está dañado: no es lo que se respaldó. Use otro respaldo.`);
  }
}

/**
 * Puts contents of a backup in the store; those that are already there are written again, which heals them.
 * @throws FallaDeRespaldo naming the one whose bytes are not those of its digest
 */
export async function reponerContenidos(
  almacen: AlmacenArchivos,
  contenidos: readonly ArchivoGuardado[],
  rutaDe: (sha256: string) => string,
  alAvanzar?: AlAvanzar,
): Promise<void> {
  for (const [i, { sha256, tamano }] of contenidos.entries()) {
    const guardado = await almacen.guardar(createReadStream(rutaDe(sha256)), tamano, sha256);
    if (!guardado.ok)
      throw new FallaDeRespaldo(
        `${rutaDe(sha256)} está dañado: no es lo que se respaldó. Use otro respaldo.`,
      );
    alAvanzar?.(i + 1, contenidos.length);
  }
}
