import { readFileSync } from "node:fs";
import { join } from "node:path";

type Ruta = { readonly page: string; readonly regex: string };
type Catalogo = {
  readonly fijas: ReadonlySet<string>;
  readonly variables: readonly { readonly pagina: string; readonly forma: RegExp }[];
  readonly acciones: ReadonlyMap<string, string>;
};

function leerJson<T>(carpeta: string, archivo: string): T | null {
  try {
    // The bundler must not follow this path: it would carry the build inside the build.
    return JSON.parse(readFileSync(/*turbopackIgnore: true*/ join(carpeta, archivo), "utf8")) as T;
  } catch {
    return null;
  }
}

/** The routes and actions of a build of Next; empty when there is none (in development). */
export function leerCatalogo(carpeta: string): Catalogo {
  const rutas = leerJson<{ staticRoutes: Ruta[]; dynamicRoutes: Ruta[] }>(carpeta, "routes-manifest.json");
  const acciones = leerJson<{ node: Record<string, { filename?: string; exportedName?: string }> }>(
    carpeta,
    "server/server-reference-manifest.json",
  );
  return {
    fijas: new Set(rutas?.staticRoutes.map(({ page }) => page)),
    variables: (rutas?.dynamicRoutes ?? []).map(({ page, regex }) => ({
      pagina: page,
      forma: new RegExp(regex),
    })),
    acciones: new Map(
      Object.entries(acciones?.node ?? {}).map(([id, { filename = "", exportedName = "" }]) => [
        id,
        `accion ${filename.replace(/^app\/|\/?[^/]+$/g, "")} ${exportedName}`,
      ]),
    ),
  };
}

/**
 * Names what a request asks for: `GET /institucion/[codigo]/plan`, `accion institucion/[codigo]/plan decidirAjuste`.
 * Only names that this version has: an address carries codes and tokens, and whoever asks may invent them.
 */
export function nombreDeCaso(
  catalogo: Catalogo,
  pedido: { readonly metodo: string; readonly ruta: string; readonly accion?: string | undefined },
): string {
  const { metodo, ruta, accion } = pedido;
  if (accion !== undefined) return catalogo.acciones.get(accion) ?? "accion desconocida";
  if (ruta.startsWith("/_next/")) return "estático";
  const pagina = catalogo.fijas.has(ruta)
    ? ruta
    : catalogo.variables.find(({ forma }) => forma.test(ruta))?.pagina;
  return pagina === undefined ? "otra" : `${METODOS.has(metodo) ? metodo : "OTRO"} ${pagina}`;
}

const METODOS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
