import { hash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { LRUCache } from "lru-cache";
import type { Documento } from "../modelo";
import { arborar, type SeccionPdf } from "./arborar";
import { fuentes } from "./fuentes";
import {
  encuadernar,
  type Laminas,
  leerLaminas,
  leerPliego,
  leerPrincipal,
  type Pliego,
  type Titulo,
} from "./tomo";

/** Accessible (read by a screen reader) or archivable (kept for decades). One file cannot be both: decision 0030. */
export type NormaPdf = "ua-1" | "a-2a";

const PLANTILLAS = fileURLToPath(new URL("./plantillas/", import.meta.url));

let compilador: NodeCompiler | undefined;

/** Compilations for which a memoized piece is kept without being used. */
const EDAD_DE_LA_MEMORIA = 4;
/** Letters of data up to which sections share a part: each part has its own letters, so small ones would weigh. */
const PESO_DE_UN_PLIEGO = 40_000;
/** Bytes of what is drawn apart that a worker remembers: the sections of some ten whole forms. */
const TOPE_DE_PARTES = 12 * 1024 * 1024;
/** What is drawn apart must have a date to be archivable, but it is lost on binding. */
const FECHA_DE_LO_PARCIAL = 0;

const partes = new LRUCache<string, Pliego | Laminas>({ maxSize: TOPE_DE_PARTES });

/** Draws a template with its data. `momento`, in seconds since 1970, is the date that the file says of itself. */
function componer(plantilla: string, datos: string, norma: NormaPdf, momento?: number): Uint8Array {
  compilador ??= NodeCompiler.create({ workspace: PLANTILLAS, fontArgs: [{ fontBlobs: [...fuentes()] }] });
  const resultado = compilador.compile({ mainFilePath: `${PLANTILLAS}${plantilla}.typ`, inputs: { datos } });
  const compilado = resultado.result;
  if (!compilado) {
    throw new Error(`Typst: ${JSON.stringify(resultado.takeError()?.shortDiagnostics ?? "sin detalle")}`);
  }
  return compilador.pdf(compilado, {
    pdfStandard: norma,
    ...(momento === undefined ? {} : { creationTimestamp: momento }),
  });
}

function titulosDe(seccion: SeccionPdf, nivel = 1): Titulo[] {
  const { titulo, ancla } = seccion;
  return [{ nivel, titulo, ancla }, ...seccion.s.flatMap((x) => titulosDe(x, nivel + 1))];
}

/** What a template draws of some data alone, taken apart: drawn again only when they change. */
function parte<P extends Pliego | Laminas>(
  plantilla: string,
  datos: string,
  norma: NormaPdf,
  leer: (pdf: Uint8Array) => P,
): P {
  const llave = `${plantilla} ${norma} ${hash("sha256", datos, "base64")}`;
  const conocida = partes.get(llave);
  if (conocida) return conocida as P;
  const pdf = componer(plantilla, datos, norma, FECHA_DE_LO_PARCIAL);
  const nueva = leer(pdf);
  partes.set(llave, nueva, { size: pdf.byteLength });
  return nueva;
}

/** Sections drawn apart: a long one by itself, and those that are short with those that follow. */
function pliegosDe(secciones: readonly SeccionPdf[], norma: NormaPdf): Pliego[] {
  const grupos: { datos: string[]; titulos: Titulo[]; peso: number }[] = [];
  for (const seccion of secciones) {
    const datos = JSON.stringify(seccion);
    const ultimo = grupos.at(-1);
    if (ultimo && ultimo.peso + datos.length <= PESO_DE_UN_PLIEGO) {
      ultimo.datos.push(datos);
      ultimo.titulos.push(...titulosDe(seccion));
      ultimo.peso += datos.length;
    } else grupos.push({ datos: [datos], titulos: titulosDe(seccion), peso: datos.length });
  }
  return grupos.map(({ datos, titulos }) =>
    parte("pliego", `[${datos.join(",")}]`, norma, (pdf) => leerPliego(pdf, titulos)),
  );
}

/** The headings of the table of contents, each with the page where it is, counted from the first of the sections. */
function lugaresDe(pliegos: readonly Pliego[]) {
  return pliegos.flatMap((x) => x.hojas).flatMap((titulos, hoja) => titulos.map((x) => ({ ...x, hoja })));
}

/**
 * Compiles a document to PDF. Synchronous and heavy: in the server it runs in the worker pool (taller).
 * A document with table of contents begins a page with each section, and they are drawn apart, as are its letterhead
 * and its page numbers; then all is bound (decision 0159).
 * Throws when Typst refuses the document, which would be a bug of the template: every text arrives drawable.
 */
export function compilarPdf(documento: Documento, norma: NormaPdf = "ua-1"): Uint8Array {
  const { secciones, ...arbol } = arborar(documento);
  const emision = documento.emitidoEn ? Math.floor(Date.parse(documento.emitidoEn) / 1000) : Number.NaN;
  const momento = Number.isNaN(emision) ? undefined : emision;
  const pliegos = documento.indice ? pliegosDe(secciones, norma) : [];
  const propio = { ...arbol, secciones: documento.indice ? [] : secciones, lugares: lugaresDe(pliegos) };
  const principal = leerPrincipal(
    componer("documento", JSON.stringify(propio), norma, momento),
    documento.indice,
  );
  const cuantas = principal.propias + pliegos.reduce((suma, x) => suma + x.paginas.length, 0);
  const bytes = encuadernar({
    principal,
    membrete: parte("membrete", JSON.stringify(arbol.meta), norma, leerLaminas),
    numeros: parte("numeros", JSON.stringify({ cuantas }), norma, leerLaminas),
    pliegos,
  });
  // Once the answer has left: nobody waits for what is forgotten.
  setImmediate(() => compilador?.evictCache(EDAD_DE_LA_MEMORIA));
  return bytes;
}
