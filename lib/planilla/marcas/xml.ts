/** Editing of XML in place: what is not touched stays as it was, to the last byte. */

/** A tag of a well-formed document, with where it stands in the text. */
export interface Etiqueta {
  inicio: number;
  fin: number;
  /** Name without prefix. */
  nombre: string;
  clase: "abre" | "cierra" | "sola";
  atributos: string;
}

const PIEZA =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|[?!][^>]*>|(\/?)(?:[\w.-]+:)?([\w.-]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>)/g;

/** Walks the tags of a document already known to be well formed. */
export function* etiquetas(xml: string): Generator<Etiqueta> {
  for (const pieza of xml.matchAll(PIEZA)) {
    const [entera, barra, nombre, atributos = "", sola] = pieza;
    if (nombre === undefined) continue;
    const clase = barra ? "cierra" : sola ? "sola" : "abre";
    yield { inicio: pieza.index, fin: pieza.index + entera.length, nombre, clase, atributos };
  }
}

/** Value of an attribute, by its name without prefix, still escaped. */
export function atributo(atributos: string, nombre: string): string | undefined {
  const hallado = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${nombre}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    atributos,
  );
  return hallado?.[1] ?? hallado?.[2];
}

/** The text of a tag with an attribute set. */
export function conAtributo(etiqueta: string, nombre: string, valor: string | number): string {
  const patron = new RegExp(`(\\s${nombre}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  if (patron.test(etiqueta)) return etiqueta.replace(patron, (_, antes: string) => `${antes}"${valor}"`);
  return etiqueta.replace(/\s*(\/?)>$/, (_, sola: string) => ` ${nombre}="${valor}"${sola}>`);
}

/** Prefix, with its colon, that the document gives to the elements of spreadsheets ("" or "x:"). */
export function prefijoDe(xml: string, raiz: string): string {
  return new RegExp(`<([\\w.-]+:)?${raiz}[\\s>/]`).exec(xml)?.[1] ?? "";
}

/** Attribute `r:id`, with its namespace declared on the spot: that of the document, which in strict files is another. */
export function idRelacion(xml: string, id: string): string {
  const espacio = /xmlns:[\w.-]+="([^"]*\/officeDocument\/[^"]*relationships)"/.exec(xml)?.[1];
  return `xmlns:r="${espacio ?? "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}" r:id="${id}"`;
}

/** Text as content or attribute of XML. */
export function escaparXml(texto: string): string {
  return texto
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Replacements over one text, made all at once; insertions are replacements of nothing. */
export class Retoques {
  private readonly lista: { desde: number; hasta: number; texto: string }[] = [];

  poner(desde: number, hasta: number, texto: string): void {
    this.lista.push({ desde, hasta, texto });
  }

  get vacio(): boolean {
    return this.lista.length === 0;
  }

  aplicar(original: string): string {
    const partes: string[] = [];
    let p = 0;
    for (const { desde, hasta, texto } of this.lista.toSorted(
      (a, b) => a.desde - b.desde || a.hasta - b.hasta,
    )) {
      partes.push(original.slice(p, desde), texto);
      p = hasta;
    }
    partes.push(original.slice(p));
    return partes.join("");
  }
}

/** Inserts before the end of the first element of that name, opening it when it is `<nombre/>`. */
export function agregarDentro(xml: string, nombre: string, contenido: string): string {
  const retoques = new Retoques();
  for (const e of etiquetas(xml)) {
    if (e.nombre !== nombre) continue;
    if (e.clase === "abre") continue;
    const prefijo = /^<\/?([\w.-]+:)?/.exec(xml.slice(e.inicio, e.fin))?.[1] ?? "";
    if (e.clase === "cierra") retoques.poner(e.inicio, e.inicio, contenido);
    else
      retoques.poner(
        e.inicio,
        e.fin,
        `${xml.slice(e.inicio, e.fin).replace(/\s*\/>$/, ">")}${contenido}</${prefijo}${nombre}>`,
      );
    break;
  }
  return retoques.aplicar(xml);
}
