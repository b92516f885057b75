import { type Archivo, refDe, textoDe } from "./objetos";
import type { Tomo } from "./tomo";

/** The bookmarks of a file: the root of all, and those right under it. */
export interface Marcadores {
  raiz: number;
  primeros: readonly number[];
}

/** Another bookmark to which one refers. What comes after its title is not read: it may be in words of a person. */
function otro(archivo: Archivo, marcador: number, llave: "First" | "Next"): number | undefined {
  const [refs = ""] = textoDe(archivo, marcador).split("/Title ");
  return refs.includes(`/${llave} `) ? refDe(refs, llave) : undefined;
}

/** The bookmarks under another, in order. */
export function* marcadoresBajo(archivo: Archivo, padre: number): Generator<number> {
  let marcador = otro(archivo, padre, "First");
  while (marcador !== undefined) {
    yield marcador;
    marcador = otro(archivo, marcador, "Next");
  }
}

/** Sets a key of a bookmark that refers to another. */
function enlazar(tomo: Tomo, marcador: number, llave: string, otro: number): void {
  tomo.rehacer(marcador, tomo.texto(marcador).replace(/>>$/, `  /${llave} ${otro} 0 R\n>>`));
}

/** Strings bookmarks one after another, with the numbers of the whole. Returns the number of their root. */
export function unirMarcadores(tomo: Tomo, todos: readonly Marcadores[]): number {
  const primeros = todos.flatMap((x) => x.primeros);
  const extremos = `/First ${primeros.at(0)} 0 R\n  /Last ${primeros.at(-1)} 0 R`;
  const raiz = tomo.agregar(`<<\n  /Type /Outlines\n  ${extremos}\n  /Count ${primeros.length}\n>>`);
  let antes: number | undefined;
  for (const marcadores of todos) {
    tomo.reemplazar(marcadores.raiz, raiz);
    const [primero] = marcadores.primeros;
    if (antes !== undefined && primero !== undefined) {
      enlazar(tomo, primero, "Prev", antes);
      enlazar(tomo, antes, "Next", primero);
    }
    antes = marcadores.primeros.at(-1);
  }
  return raiz;
}
