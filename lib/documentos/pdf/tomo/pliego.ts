import { type Estructura, estructuraDe } from "./estructura";
import { type Marcadores, marcadoresBajo } from "./marcadores";
import type { Nombre } from "./nombres";
import { type Archivo, cadenaDe, desarmar, paginasDe, refDe, refsDe, textoDe } from "./objetos";
import { Parte } from "./parte";

/** A heading that the table of contents lists: its level, its words and the name of the place where it is. */
export interface Titulo {
  nivel: number;
  titulo: string;
  ancla: string;
}

/** Sections drawn on pages of their own, taken apart and ready to be bound. Objects go by the numbers of its file. */
export interface Pliego {
  parte: Parte;
  /** By page, the headings that it holds. */
  hojas: readonly (readonly Titulo[])[];
  paginas: readonly number[];
  raizPaginas: number;
  estructura: Estructura;
  marcadores: Marcadores;
  anclas: readonly Nombre[];
}

const CON_IDENTIFICADORES = /^<<\s+\/Type \/(?:StructElem\s+\/S \/T[HD]|StructTreeRoot)\s/;

/** The headings of a table have identifiers that are unique in their file: `ancla` makes them so in the document. */
function conIdentificadoresDe(ancla: string): (texto: string) => string {
  return (texto) =>
    CON_IDENTIFICADORES.test(texto) ? texto.replace(/\((U\d+x\d+y\d+)\)/g, `(${ancla}-$1)`) : texto;
}

/** How a file is taken apart. What is kept of a file is this, so nothing else is at its reach. */
function lectorDe(pdf: Uint8Array, [primero]: readonly Titulo[]): () => Archivo {
  const retocar = conIdentificadoresDe(primero?.ancla ?? "");
  return () => desarmar(pdf, retocar);
}

/** Where each heading is. The file does not name its places, but has a bookmark by heading, in order. */
function lugaresDe(archivo: Archivo, raiz: number, titulos: readonly Titulo[]): Nombre[] {
  const lugares: Nombre[] = [];
  const buscar = (padre: number, nivel: number) => {
    for (const marcador of marcadoresBajo(archivo, padre)) {
      const texto = textoDe(archivo, marcador);
      const buscado = titulos[lugares.length];
      // What is under a heading may have in its title the words of another: it is not at its level.
      if (buscado?.nivel === nivel && cadenaDe(texto, "Title") === buscado.titulo) {
        lugares.push([buscado.ancla, refDe(texto, "Dest")]);
      }
      if (lugares.length < titulos.length) buscar(marcador, nivel + 1);
    }
  };
  buscar(raiz, 1);
  if (lugares.length < titulos.length) throw new Error("PDF sin el lugar de un título del índice");
  return lugares;
}

/** Takes apart the PDF of some sections, whose headings of the table of contents are `titulos`. */
export function leerPliego(pdf: Uint8Array, titulos: readonly Titulo[]): Pliego {
  const leer = lectorDe(pdf, titulos);
  const archivo = leer();
  const catalogo = textoDe(archivo, archivo.catalogo);
  const { raiz: raizPaginas, paginas } = paginasDe(archivo);
  const raizEstructura = refDe(catalogo, "StructTreeRoot");
  const estructura = estructuraDe(textoDe(archivo, raizEstructura));
  const raizMarcadores = refDe(catalogo, "Outlines");
  const primeros = [...marcadoresBajo(archivo, raizMarcadores)];
  const anclas = lugaresDe(archivo, raizMarcadores, titulos);
  const paginaDe = new Map(anclas.map(([nombre, lugar]) => [nombre, refsDe(textoDe(archivo, lugar))[0]]));
  return {
    parte: new Parte(
      leer,
      {
        raices: [...paginas, estructura.cuerpo, ...estructura.padres.map(([, n]) => n), ...primeros],
        ajenos: [raizPaginas, raizEstructura, raizMarcadores],
        sueltos: [...paginas, estructura.cuerpo, ...primeros],
      },
      archivo,
    ),
    hojas: paginas.map((pagina) => titulos.filter((x) => paginaDe.get(x.ancla) === pagina)),
    paginas,
    raizPaginas,
    estructura,
    marcadores: { raiz: raizMarcadores, primeros },
    anclas,
  };
}
