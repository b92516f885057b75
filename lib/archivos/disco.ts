import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { exito, fallar, NO_ENCONTRADO } from "@/lib/flujo/resultado";
import { type AlmacenArchivos, type ArchivoGuardado, acotarRango, isSha256, verificado } from "./almacen";
import { confirmarEsperado, limpiarTemporales, recibirBorrador } from "./borrador";
import { codigoDe, moverDurable } from "./durable";
import { partesEnDisco } from "./partesDisco";

/**
 * The store in a folder, its own or shared by several nodes (one file system: renames must be atomic).
 * `contenido/ab/<sha256>` holds the files, `temporal` what is being received, `subidas` the partial uploads.
 * Takes the absolute path of the folder; made when missing.
 */
export function almacenEnDisco(carpeta: string): AlmacenArchivos {
  const contenido = join(carpeta, "contenido");
  const temporal = join(carpeta, "temporal");
  const rutaDe = (sha256: string) => {
    if (!isSha256(sha256)) throw new Error(`Huella inválida: ${sha256}`);
    return join(contenido, sha256.slice(0, 2), sha256);
  };

  // Always renamed over, even when it is already there: it heals a damaged copy and renews its date, which
  // is what keeps `borrar` away from content just saved again.
  const llevar = (ruta: string, { sha256 }: ArchivoGuardado) => moverDurable(ruta, rutaDe(sha256));

  const preparar: AlmacenArchivos["preparar"] = (origen, limite) =>
    recibirBorrador(temporal, origen, limite, llevar);

  return {
    preparar,
    guardar: async (origen, limite, esperado) => confirmarEsperado(await preparar(origen, limite), esperado),

    async abrir(sha256, rango) {
      if (!isSha256(sha256)) return NO_ENCONTRADO;
      const archivo = await open(rutaDe(sha256), "r").catch(siFalta(null));
      if (!archivo) return NO_ENCONTRADO;
      const { size: tamano } = await archivo.stat();
      const tramo = acotarRango(rango, tamano);
      if (!tramo) {
        await archivo.close();
        return fallar("rango_invalido", "La parte pedida no existe en el archivo.");
      }
      const flujo = archivo.createReadStream({ start: tramo.inicio, end: tramo.fin });
      return exito({ flujo: rango ? flujo : verificado(flujo, sha256), tamano, ...tramo });
    },

    async existe(sha256) {
      return isSha256(sha256) && (await stat(rutaDe(sha256)).catch(siFalta(null))) !== null;
    },

    async borrar(sha256, guardadoAntesDe) {
      if (!isSha256(sha256)) return false;
      const ruta = rutaDe(sha256);
      const antes = await stat(ruta).catch(siFalta(null));
      if (!antes || antes.mtime >= guardadoAntesDe) return false;
      // Set aside, then looked at again: somebody may have saved it between the look and the move.
      const aparte = join(temporal, `borrando-${randomUUID()}`);
      await mkdir(temporal, { recursive: true, mode: 0o700 });
      const movido = await rename(ruta, aparte).then(() => true, siFalta(false));
      if (!movido) return false;
      if ((await stat(aparte)).mtime >= guardadoAntesDe) {
        await moverDurable(aparte, ruta);
        return false;
      }
      await rm(aparte, { force: true });
      return true;
    },

    async *listar() {
      for (const grupo of (await readdir(contenido).catch(siFalta([] as string[]))).sort()) {
        for (const sha256 of (await readdir(join(contenido, grupo))).sort()) {
          if (!isSha256(sha256)) continue;
          const datos = await stat(rutaDe(sha256)).catch(siFalta(null));
          if (datos) yield { sha256, tamano: datos.size, modificado: datos.mtime };
        }
      }
    },

    limpiar: (antesDe) => limpiarTemporales(temporal, antesDe),

    partes: partesEnDisco(join(carpeta, "subidas"), temporal),
  };
}

function siFalta<T>(valor: T): (error: unknown) => T {
  return (error) => {
    if (codigoDe(error) === "ENOENT") return valor;
    throw error;
  };
}
