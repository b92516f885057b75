import { type Archivo, desarmar, paginasDe } from "./objetos";
import { Parte } from "./parte";

/** What gives a document its catalogue: its cover and table of contents, or the whole. By the numbers of its file. */
export interface Principal {
  archivo: Archivo;
  parte: Parte;
  raizPaginas: number;
  paginas: readonly number[];
  /** How many of its pages are to be seen: the others are there only for their headings to be counted. */
  propias: number;
}

/** Takes apart the file of a document; with `conIndice`, its last page only has the headings of the sections. */
export function leerPrincipal(pdf: Uint8Array, conIndice: boolean): Principal {
  const archivo = desarmar(pdf);
  const { raiz: raizPaginas, paginas } = paginasDe(archivo);
  return {
    archivo,
    parte: new Parte(() => archivo, { raices: [], sueltos: archivo.objetos.keys() }),
    raizPaginas,
    paginas,
    propias: paginas.length - (conIndice ? 1 : 0),
  };
}
