/** An object of a PDF file: its text cut at each reference to another, and its bytes when it is a stream. */
export interface Objeto {
  /** One more than references. */
  trozos: readonly string[];
  refs: readonly number[];
  flujo: Uint8Array | null;
}

/** A PDF file taken apart: its objects by number, those of its trailer, and the two halves of its identifier. */
export interface Archivo {
  objetos: readonly (Objeto | undefined)[];
  catalogo: number;
  informacion: number;
  identificador: string;
  /** A digest of all that it says. */
  version: string;
}

/** Where the string that opens at `desde` ends: parentheses inside it come in pairs or escaped. */
function finDeCadena(texto: string, desde: number): number {
  let hondura = 0;
  for (let i = desde; i < texto.length; i++) {
    const letra = texto[i];
    if (letra === "\\") i++;
    else if (letra === "(") hondura++;
    else if (letra === ")" && --hondura === 0) return i + 1;
  }
  return texto.length;
}

/** Cuts a text at each reference («12 0 R»), leaving alone what looks like one within a string of the institution. */
export function cortar(texto: string, flujo: Uint8Array | null = null): Objeto {
  const trozos: string[] = [];
  const refs: number[] = [];
  const marca = /\(|(\d+) 0 R\b/g;
  let desde = 0;
  for (let x = marca.exec(texto); x; x = marca.exec(texto)) {
    if (x[1] === undefined) {
      marca.lastIndex = finDeCadena(texto, x.index);
      continue;
    }
    trozos.push(texto.slice(desde, x.index));
    refs.push(Number(x[1]));
    desde = marca.lastIndex;
  }
  trozos.push(texto.slice(desde));
  return { trozos, refs, flujo };
}

/** The text of an object, each reference with the number that `numerar` gives it. */
export function escribir({ trozos, refs }: Objeto, numerar: (n: number) => number): string {
  let texto = trozos[0] ?? "";
  for (let i = 0; i < refs.length; i++) texto += `${numerar(refs[i] ?? 0)} 0 R${trozos[i + 1]}`;
  return texto;
}

/** The same text, apart: a piece of a text keeps the whole of it in memory. */
export const aparte = (texto: string): string => Buffer.from(texto, "latin1").toString("latin1");

const INICIO_DE_FLUJO = "\nstream\n";

/**
 * Takes apart a PDF as the compiler writes it: one table of objects, in order, none of them inside another.
 * `retocar` may change the text of an object before it is cut. Throws when the file has another shape: the compiler
 * changed, and the tests say so.
 */
export function desarmar(pdf: Uint8Array, retocar = (texto: string) => texto): Archivo {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const texto = bytes.toString("latin1");
  const cola = texto.slice(texto.lastIndexOf("trailer"));
  const tabla = Number(hallar(cola, /startxref\s+(\d+)/));
  const cuantos = Number(hallar(cola, /\/Size (\d+)/));
  const primera = texto.indexOf("\n", texto.indexOf("\n", tabla) + 1) + 1;
  const objetos: (Objeto | undefined)[] = [undefined];
  const inicio = (n: number) =>
    n < cuantos ? Number(texto.slice(primera + n * 20, primera + n * 20 + 10)) : tabla;
  for (let n = 1; n < cuantos; n++) {
    const desde = texto.indexOf("\n", inicio(n)) + 1;
    const entero = texto.slice(desde, texto.lastIndexOf("\nendobj", inicio(n + 1)));
    const corte = entero.endsWith("endstream") ? entero.indexOf(INICIO_DE_FLUJO) : -1;
    const suyo = retocar(corte === -1 ? entero : entero.slice(0, corte));
    const primero = desde + corte + INICIO_DE_FLUJO.length;
    const largo = Number(/\/Length (\d+)/.exec(suyo)?.[1]);
    objetos.push(cortar(suyo, corte === -1 ? null : bytes.subarray(primero, primero + largo)));
  }
  return {
    objetos,
    catalogo: refDe(cola, "Root"),
    informacion: refDe(cola, "Info"),
    identificador: aparte(hallar(cola, /\/ID \[\((\S+)\) /)),
    version: aparte(hallar(cola, /\/ID \[\(\S+\) \((\S+)\)\]/)),
  };
}

/** Text of an object, with the numbers that it had in its file. Throws when there is no such object. */
export function textoDe(archivo: Archivo, numero: number): string {
  const objeto = archivo.objetos[numero];
  if (!objeto) throw new Error(`PDF sin el objeto ${numero}`);
  return escribir(objeto, (n) => n);
}

/** What an expression finds in the text of an object. Throws when it finds nothing. */
export function hallar(texto: string, expresion: RegExp): string {
  const hallado = expresion.exec(texto)?.[1];
  if (hallado === undefined) throw new Error(`PDF sin lo que se esperaba: ${expresion}`);
  return hallado;
}

/** The string that a key of a dictionary holds, as a person reads it; empty when it holds none. */
export function cadenaDe(texto: string, llave: string): string {
  const desde = texto.indexOf(`/${llave} `) + llave.length + 2;
  if (texto[desde] === "(")
    return texto.slice(desde + 1, finDeCadena(texto, desde) - 1).replace(/\\(.)/gs, "$1");
  if (texto[desde] !== "<") return "";
  const letras = Buffer.from(texto.slice(desde + 1, texto.indexOf(">", desde)), "hex");
  return letras.subarray(2).swap16().toString("utf16le");
}

/** Number of the object to which a key of a dictionary refers. */
export function refDe(texto: string, llave: string): number {
  return Number(hallar(texto, new RegExp(`/${llave} (\\d+) 0 R`)));
}

/** The numbers of the references in an array. */
export function refsDe(lista: string): number[] {
  return [...lista.matchAll(/(\d+) 0 R/g)].map((x) => Number(x[1]));
}

/** The numbers of the pages of a file, in order, and of their root. */
export function paginasDe(archivo: Archivo): { raiz: number; paginas: number[] } {
  const raiz = refDe(textoDe(archivo, archivo.catalogo), "Pages");
  return { raiz, paginas: refsDe(hallar(textoDe(archivo, raiz), /\/Kids \[([^\]]*)\]/)) };
}
