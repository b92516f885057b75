import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export type ArchivoDeApp = { readonly ruta: string; readonly texto: string };

/** Every file of source under a folder, with its text. Paths are relative to the folder given. */
export function leerArbol(carpeta: string): ArchivoDeApp[] {
  return readdirSync(carpeta, { withFileTypes: true, recursive: true })
    .filter((entrada) => entrada.isFile() && /\.tsx?$/.test(entrada.name))
    .map((entrada) => join(entrada.parentPath, entrada.name))
    .map((archivo) => ({ ruta: relative(carpeta, archivo), texto: readFileSync(archivo, "utf8") }));
}

const PAGINA = /^definirPagina(Institucion|Propia|Publica)?\(/;
const RUTA = /^definirRuta(Institucion|Publica|Guardado)?\(/;
const ACCION = /^definirAccion(Institucion|Propia|Publica)?\(/;
const DISPOSICION = /^definirDisposicionInstitucion\(/;
/** Next's other files with a meaning of their own; these draw the same for everybody and know nobody. */
const SIN_DATOS = ["error.tsx", "global-error.tsx", "not-found.tsx"];
const ESPECIALES =
  /^(layout|template|default|loading|error|global-error|global-not-found|not-found|forbidden|unauthorized|middleware|proxy|instrumentation|sitemap|robots|manifest|icon|apple-icon|opengraph-image|twitter-image)\d?\.(tsx?|jsx?|mdx?)$/;
const METODOS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Everything a file exports: its name and the start of what it is. */
function exportaciones(texto: string): { nombre: string; valor: string }[] {
  const sinComentarios = texto.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return [...sinComentarios.matchAll(/^export\s+(.*)$/gm)].map(([, resto = ""]) => {
    const constante = /^const\s+(\w+)\s*(?::[^=]+)?=\s*(.*)$/.exec(resto);
    if (constante) return { nombre: constante[1] ?? "", valor: constante[2] ?? "" };
    const porDefecto = /^default\s+(.*)$/.exec(resto);
    if (porDefecto) return { nombre: "default", valor: porDefecto[1] ?? "" };
    return { nombre: resto, valor: resto };
  });
}

/** Files of `app/` that are not built by the door, each with why; any other is a fault. */
export const EXCEPCIONES: Readonly<Record<string, string>> = {
  "layout.tsx": "the root: fonts, styles and language of every page, nothing of anybody",
  "(desarrollo)/componentes/page.tsx": "the gallery of components: in production it does not exist",
};

/** An exception must still know nobody: no session, no data, no use case. */
function faltasDeExcepcion({ ruta, texto }: ArchivoDeApp): string[] {
  return /from "@\/lib\/(?!guia|flujo)/.test(texto) ? [`${ruta}: es una excepción y lee datos`] : [];
}

/**
 * What is wrong with the way a file of `app/` is built, as sentences; empty when nothing is.
 * Pages, layouts, routes and server actions must be made by the door; a page may also export its `metadata`. The pages
 * of error know nobody. Any other file that means something to Next is refused: nobody has said who watches it.
 */
export function faltasDeArchivo({ ruta, texto }: ArchivoDeApp): string[] {
  if (Object.hasOwn(EXCEPCIONES, ruta)) return faltasDeExcepcion({ ruta, texto });
  const partes = exportaciones(texto);
  const esAccion = /["']use server["']/.test(texto);
  const nombre = ruta.split("/").at(-1) ?? "";
  const mal = (que: string) => `${ruta}: ${que}`;
  const faltas: string[] = [];

  if (/^page\.tsx?$/.test(nombre)) {
    for (const { nombre: exportado, valor } of partes) {
      if (exportado === "metadata") continue;
      if (exportado !== "default") faltas.push(mal(`exporta ${exportado}`));
      else if (!PAGINA.test(valor)) faltas.push(mal("la página no está hecha con definirPagina…"));
    }
    if (!partes.some((parte) => parte.nombre === "default")) faltas.push(mal("no exporta una página"));
  }
  if (/^layout\.tsx?$/.test(nombre)) {
    for (const { nombre: exportado, valor } of partes) {
      if (exportado !== "default") faltas.push(mal(`exporta ${exportado}`));
      else if (!DISPOSICION.test(valor)) faltas.push(mal("no está hecha con definirDisposicion…"));
    }
    if (!partes.some((parte) => parte.nombre === "default")) faltas.push(mal("no exporta una disposición"));
  } else if (SIN_DATOS.includes(ruta)) {
    faltas.push(...faltasDeExcepcion({ ruta, texto }));
  } else if (ESPECIALES.test(nombre)) {
    faltas.push(mal("Next le da un sentido que la puerta no vigila"));
  }
  if (/^route\.tsx?$/.test(nombre)) {
    for (const { nombre: exportado, valor } of partes) {
      if (!METODOS.includes(exportado)) faltas.push(mal(`exporta ${exportado}`));
      else if (!RUTA.test(valor)) faltas.push(mal(`${exportado} no está hecho con definirRuta…`));
    }
  }
  if (esAccion) {
    if (!/^\s*["']use server["']/.test(texto))
      faltas.push(mal("«use server» dentro de una función: la acción debe ir en su archivo"));
    for (const { nombre: exportado, valor } of partes) {
      if (!ACCION.test(valor)) faltas.push(mal(`${exportado} no está hecho con definirAccion…`));
    }
  }
  for (const definicion of texto.matchAll(/definir(?:Pagina|Ruta|Accion)Publica\(\{([\s\S]{0,200})/g)) {
    if (!/razon(:|,)/.test(definicion[1] ?? "")) faltas.push(mal("es pública y no dice la razón"));
  }
  return faltas;
}
