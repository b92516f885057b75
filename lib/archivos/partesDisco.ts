import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { type AlmacenPartes, exigirClave } from "./almacen";
import { codigoDe, moverDurable } from "./durable";

/** Parts as files of a folder, written aside in `temporal` and renamed. Both paths absolute, one file system. */
export function partesEnDisco(raiz: string, temporal: string): AlmacenPartes {
  const rutaDe = (clave: string) => join(raiz, ...exigirClave(clave).split("/"));
  return {
    async escribir(clave, bytes) {
      const destino = rutaDe(clave);
      await mkdir(temporal, { recursive: true, mode: 0o700 });
      const ruta = join(temporal, `parte-${randomUUID()}`);
      try {
        const archivo = await open(ruta, "wx", 0o600);
        try {
          await archivo.writeFile(bytes);
          await archivo.sync();
        } finally {
          await archivo.close();
        }
        await moverDurable(ruta, destino);
      } finally {
        await rm(ruta, { force: true });
      }
    },

    async leer(clave) {
      try {
        return await readFile(rutaDe(clave));
      } catch (error) {
        if (codigoDe(error) === "ENOENT") return null;
        throw error;
      }
    },

    async listar(carpeta) {
      const desde = carpeta ? rutaDe(carpeta) : raiz;
      const entradas = await readdir(desde, { recursive: true, withFileTypes: true }).catch(() => []);
      const listadas = entradas
        .filter((e) => e.isFile())
        .map(async (e) => {
          const ruta = join(e.parentPath, e.name);
          const datos = await stat(ruta).catch(() => null);
          const clave = relative(raiz, ruta).split(sep).join("/");
          return datos ? [{ clave, tamano: datos.size, modificado: datos.mtime }] : [];
        });
      return (await Promise.all(listadas)).flat().sort((a, b) => (a.clave < b.clave ? -1 : 1));
    },

    async borrar(claves) {
      for (const clave of claves) await rm(rutaDe(clave), { force: true });
      const carpetas = new Set(claves.map((clave) => dirname(rutaDe(clave))));
      // Not empty, or already gone: both are fine.
      for (const carpeta of carpetas) await rmdir(carpeta).catch(() => undefined);
    },
  };
}
