import { createReadStream } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type AlAvanzar, medidorDeFilas } from "./exportar";
import { fallaRespaldo, type Manifiesto, type PiezaTabla, rutaTabla } from "./formato";

const nada = () => new Writable({ write: (_trozo, _codificacion, listo) => listo() });

async function comprobarPieza(carpeta: string, pieza: PiezaTabla): Promise<void> {
  const ruta = rutaTabla(carpeta, pieza.tabla);
  const medidor = medidorDeFilas();
  await pipeline(createReadStream(ruta), createGunzip(), medidor, nada()).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT")
        throw fallaRespaldo(
          `A este respaldo le falta ${ruta}. Use otro respaldo, o cópielo de nuevo entero.`,
        );
      if (error.code?.startsWith("Z_")) throw danada(ruta, error);
      throw error;
    },
  );
  const { filas, sha256 } = medidor.medida();
  if (sha256 !== pieza.sha256 || filas !== pieza.filas) throw danada(ruta);
}

const danada = (ruta: string, causa?: unknown) =>
  fallaRespaldo(`${ruta} está dañado: no es lo que se respaldó. Use otro respaldo.`, causa);

/**
 * Reads every table of a backup whole and compares it with the manifest, before anything is restored.
 * @throws ErrorDatos `respaldo` naming the piece that is missing or damaged
 */
export async function comprobarTablas(
  carpeta: string,
  { tablas }: Manifiesto,
  alAvanzar?: AlAvanzar,
): Promise<void> {
  for (const [i, pieza] of tablas.entries()) {
    await comprobarPieza(carpeta, pieza);
    alAvanzar?.({ tabla: pieza.tabla, filas: pieza.filas, numero: i + 1, total: tablas.length });
  }
}
