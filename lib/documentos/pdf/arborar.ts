import { renderSVG } from "uqr";
import type { Bloque, Columna, Datos, Documento, Fila, Registros, Seccion, Tipo, Valor } from "../modelo";
import { enPalabras } from "../notacion";
import { imprimible, type TextoPdf, textoPdf } from "./texto";

/** What the templates read. Short keys: the tree crosses to Typst as JSON on every compilation. */
type Par = readonly [TextoPdf, TextoPdf];
type BloquePdf = Record<string, unknown>;

const SIN_DATO = "\u2014";

function valorPdf(tipo: Tipo, valor: Valor): TextoPdf {
  if (tipo === "lista" && Array.isArray(valor) && valor.length > 1) {
    return textoPdf(valor.map((x) => `\u2022 ${x}`).join("\n"));
  }
  return textoPdf(enPalabras(tipo, valor) ?? SIN_DATO);
}

function estaVacio(columna: { tipo: Tipo }, valor: Valor): boolean {
  return enPalabras(columna.tipo, valor) === null;
}

function esDerecha(columna: Columna): boolean {
  return columna.tipo === "numero" || columna.tipo === "pesos" || columna.tipo === "bytes";
}

/** Splits the cells of a row in those of the line and those with a place of their own, in order. */
function repartir(columnas: readonly Columna[], fila: Fila): { cortos: Par[]; largos: Par[] } {
  const cortos: Par[] = [];
  const largos: Par[] = [];
  columnas.forEach((columna, i) => {
    const valor = fila.valores[i];
    if (columna.enFicha === false || (columna.opcional && estaVacio(columna, valor))) return;
    const corta = !columna.plena;
    const dicho = corta && Array.isArray(valor) ? valor.join(", ") : valor;
    (corta ? cortos : largos).push([columna.etiqueta, valorPdf(columna.tipo, dicho)]);
  });
  return { cortos, largos };
}

function tablaPdf(b: Registros): BloquePdf {
  const propias = b.columnas
    .map((columna, i) => ({ columna, i }))
    .filter(({ columna }) => !columna.plena && columna.enFicha !== false);
  return {
    c: "t",
    titulo: b.titulo ? textoPdf(b.titulo) : null,
    vacio: b.filas.length === 0 ? (b.vacio ?? SIN_DATO) : null,
    cols: propias.map(({ columna }) => ({ e: columna.etiqueta, fr: columna.ancho, der: esDerecha(columna) })),
    filas: b.filas.map((fila) => ({
      v: propias.map(({ columna, i }) => valorPdf(columna.tipo, fila.valores[i])),
      p: repartir(b.columnas, fila).largos,
    })),
  };
}

/** From how many rows a table is drawn as lines of text: each cell of a table costs a tag, and a page its time. */
const FILAS_DE_UNA_NOMINA = 1500;
/** Rows that share a paragraph: few tags, and pieces small enough to break between pages. */
const RENGLONES_POR_PARRAFO = 40;

/** A long list: one line a row, with its values in the order that the first line says. */
function nominaPdf(b: Registros): BloquePdf {
  const renglones = b.filas.map((fila) =>
    b.columnas.map((x, i) => enPalabras(x.tipo, fila.valores[i]) ?? SIN_DATO).join(" \u00b7 "),
  );
  const parrafos: TextoPdf[] = [];
  for (let i = 0; i < renglones.length; i += RENGLONES_POR_PARRAFO) {
    parrafos.push(textoPdf(renglones.slice(i, i + RENGLONES_POR_PARRAFO).join("\n")));
  }
  return {
    c: "n",
    titulo: b.titulo ? textoPdf(b.titulo) : null,
    orden: b.columnas.map((x) => x.etiqueta).join(" \u00b7 "),
    parrafos,
  };
}

function fichasPdf(b: Registros): BloquePdf {
  return {
    c: "f",
    titulo: b.titulo ? textoPdf(b.titulo) : null,
    vacio: b.filas.length === 0 ? (b.vacio ?? SIN_DATO) : null,
    filas: b.filas.map((fila) => ({
      titulo: fila.titulo ? textoPdf(fila.titulo) : null,
      ...repartir(b.columnas, fila),
      d: bloquesPdf(fila.detalles ?? []),
    })),
  };
}

function datosPdf(b: Datos): BloquePdf {
  const pares = b.datos.map((x): Par => [x.etiqueta, valorPdf(x.tipo, x.valor)]);
  return {
    c: "d",
    titulo: b.titulo ? textoPdf(b.titulo) : null,
    cortos: b.plena ? [] : pares,
    largos: b.plena ? pares : [],
  };
}

function bloquesPdf(bloques: readonly Bloque[]): BloquePdf[] {
  const salida: BloquePdf[] = [];
  for (const b of bloques) {
    if (b.clase === "parrafo") salida.push({ c: "p", tono: b.tono ?? "normal", x: textoPdf(b.texto) });
    else if (b.clase === "datos") {
      if (b.solo !== "xlsx" && b.datos.length > 0) salida.push(datosPdf(b));
    } else if (b.clase === "firmas") {
      const lugares = b.lugares.map((l) => ({
        nombre: textoPdf(l.nombre),
        cargo: textoPdf(l.cargo),
        detalle: l.detalle ? textoPdf(l.detalle) : null,
      }));
      salida.push({ c: "s", que: b.que ? textoPdf(b.que) : null, lugares });
    } else if (b.clase === "registros" && b.solo !== "xlsx" && (b.filas.length > 0 || b.vacio)) {
      const larga = b.forma === "tabla" && b.filas.length > FILAS_DE_UNA_NOMINA;
      salida.push(larga ? nominaPdf(b) : b.forma === "tabla" ? tablaPdf(b) : fichasPdf(b));
    }
  }
  return salida;
}

/** A section as the template draws it. The rest of its content is the business of the template. */
export interface SeccionPdf {
  titulo: string;
  /** Name of its place in the file. */
  ancla: string;
  intro: TextoPdf | null;
  b: BloquePdf[];
  s: SeccionPdf[];
}

function seccionPdf(seccion: Seccion, numero: string): SeccionPdf {
  return {
    titulo: `${numero}. ${imprimible(seccion.titulo)}`,
    ancla: `s${numero}`,
    intro: seccion.introduccion ? textoPdf(seccion.introduccion) : null,
    b: bloquesPdf(seccion.bloques),
    s: (seccion.subsecciones ?? []).map((s, i) => seccionPdf(s, `${numero}.${i + 1}`)),
  };
}

/** What the Typst templates draw, as plain data. Pure; every text already drawable. */
export function arborar(documento: Documento) {
  const { huella, urlVerificacion } = documento;
  const nombre = `${documento.clave} \u00b7 ${documento.titulo}`;
  return {
    meta: {
      clave: textoPdf(documento.clave),
      nombre: textoPdf(documento.titulo),
      titulo: imprimible(`${nombre} \u2014 ${documento.institucion}, ejercicio ${documento.ejercicio}`),
      autor: imprimible(documento.institucion),
      descripcion: imprimible(documento.subtitulo),
      palabras: [documento.clave, String(documento.ejercicio)],
      encabezado: textoPdf(nombre),
      subtitulo: textoPdf(documento.subtitulo),
      institucion: textoPdf(documento.institucion),
      ministerio: textoPdf(documento.ministerio),
      ejercicio: `Ejercicio ${documento.ejercicio}`,
      borrador: documento.borrador,
      codigo: imprimible(documento.codigo),
      huellaDe: huella.de,
      huella: huella.valor,
      url: urlVerificacion ? textoPdf(urlVerificacion) : null,
      urlTexto: urlVerificacion ? imprimible(urlVerificacion) : "",
      fechado: documento.emitidoEn !== null,
    },
    portada: documento.portada.map((x): Par => [x.etiqueta, valorPdf(x.tipo, x.valor)]),
    cifras: (documento.cifras ?? []).map((x) => ({ v: x.valor, e: x.etiqueta })),
    secciones: documento.secciones.map((s, i) => seccionPdf(s, `${i + 1}`)),
    indice: documento.indice,
    qr: urlVerificacion ? renderSVG(urlVerificacion, { ecc: "M", border: 0 }) : null,
  };
}
