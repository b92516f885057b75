import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Times a bare page of Next that ours may weigh, as decision 0021 has it. */
export const MAXIMO_VECES = 1.25;

export type PesoDeRuta = { readonly ruta: string; readonly bytes: number; readonly veces: number };

type Modulo = { readonly chunks: readonly string[] };

/** The client modules that a page may load when it opens, from the manifest that Next writes beside it. */
function modulosDe(manifiesto: string): [string, Modulo][] {
  const texto = readFileSync(manifiesto, "utf8");
  const json = texto.slice(texto.indexOf("= {") + 2).replace(/;\s*$/, "");
  return Object.entries((JSON.parse(json) as { clientModules: Record<string, Modulo> }).clientModules);
}

const sinPrefijo = (trozo: string) => trozo.replace(/^\/?_next\//, "");

/**
 * The scripts of each route of a build, compressed as they travel, against those of Next and React alone (its runtime
 * and its router). Read from the build's own manifests: the figures are those of `tests/rendimiento/javascript.ts`, which
 * asks a browser, within 1 kB. What a page asks for later (`import()`) is not counted.
 * @param carpeta Next's build folder
 */
export function pesarRutas(carpeta: string): {
  readonly desnuda: number;
  readonly rutas: readonly PesoDeRuta[];
} {
  const pesos = new Map<string, number>();
  const pesar = (trozos: Iterable<string>): number => {
    let suma = 0;
    for (const trozo of trozos) {
      const archivo = join(carpeta, trozo);
      const bytes =
        pesos.get(trozo) ?? (existsSync(archivo) ? gzipSync(readFileSync(archivo), { level: 6 }).length : 0);
      pesos.set(trozo, bytes);
      suma += bytes;
    }
    return suma;
  };
  const { rootMainFiles } = JSON.parse(readFileSync(join(carpeta, "build-manifest.json"), "utf8")) as {
    rootMainFiles: string[];
  };
  const raiz = join(carpeta, "server", "app");
  const paginas = readdirSync(raiz, { recursive: true, encoding: "utf8" }).filter((ruta) =>
    /(^|\/)page_client-reference-manifest\.js$/.test(ruta),
  );
  let desnuda = 0;
  const medidas = paginas.sort().map((pagina) => {
    const trozos = new Set(rootMainFiles);
    const deNext = new Set(rootMainFiles);
    for (const [modulo, { chunks }] of modulosDe(join(raiz, pagina))) {
      for (const trozo of chunks) trozos.add(sinPrefijo(trozo));
      if (modulo.includes("/components/layout-router.js"))
        for (const trozo of chunks) deNext.add(sinPrefijo(trozo));
    }
    desnuda ||= pesar(deNext);
    const ruta = `/${pagina.replace(/\/?page_client-reference-manifest\.js$/, "")}`;
    return { ruta, bytes: pesar(trozos) };
  });
  const rutas = medidas
    // Next's own pages are not ours, and the gallery of components does not exist in production.
    .filter(({ ruta }) => !/^\/(_|\(desarrollo\))/.test(ruta))
    .map((medida) => ({ ...medida, veces: Math.round((medida.bytes / desnuda) * 1000) / 1000 }));
  return { desnuda, rutas };
}
