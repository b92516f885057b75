import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface PdfLeido {
  /** Content of the document without spaces: headers, footers and watermarks left out. */
  contenido: string;
  /** Everything that each page shows, furniture included. */
  paginas: string[];
  titulo: string;
  idioma: string;
  xmp: string;
  etiquetado: boolean;
  /** Titles of the bookmarks, in depth. */
  marcadores: string[];
  /** Roles of the structure tree, of all pages. */
  roles: Set<string>;
}

interface Nodo {
  role?: string;
  children?: Nodo[];
}

function recogerRoles(nodo: Nodo | null, roles: Set<string>): void {
  if (nodo?.role) roles.add(nodo.role);
  for (const x of nodo?.children ?? []) recogerRoles(x, roles);
}

interface Marcador {
  title: string;
  items: Marcador[];
}

function titulos(lista: readonly Marcador[]): string[] {
  return lista.flatMap((x) => [x.title, ...titulos(x.items)]);
}

/** Text without any white space: where lines break is not part of what a document says. */
export function sinEspacios(texto: string): string {
  return texto.replace(/[\s\u200b\u00ad]+/g, "");
}

/** Opens a PDF with pdf.js and reads what a person, and a screen reader, would find. */
export async function leerPdf(bytes: Uint8Array): Promise<PdfLeido> {
  const documento = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const datos = await documento.getMetadata();
  const info = datos.info as { Title?: string; Language?: string };
  const roles = new Set<string>();
  const paginas: string[] = [];
  const contenido: string[] = [];
  for (let n = 1; n <= documento.numPages; n++) {
    const pagina = await documento.getPage(n);
    const { items } = await pagina.getTextContent({ includeMarkedContent: true });
    let dentro: boolean[] = [];
    let todo = "";
    for (const item of items) {
      if ("str" in item) {
        todo += `${item.str}${item.hasEOL ? "\n" : ""}`;
        if (!dentro.includes(true)) contenido.push(item.str);
      } else if (item.type === "endMarkedContent") dentro = dentro.slice(0, -1);
      else dentro = [...dentro, "tag" in item && item.tag === "Artifact"];
    }
    paginas.push(todo);
    recogerRoles((await pagina.getStructTree()) as Nodo | null, roles);
  }
  const marcas = (await documento.getMarkInfo()) as Map<string, boolean> | { Marked?: boolean } | null;
  const etiquetado = marcas instanceof Map ? marcas.get("Marked") === true : marcas?.Marked === true;
  const leido: PdfLeido = {
    contenido: sinEspacios(contenido.join("")),
    paginas,
    titulo: info.Title ?? "",
    idioma: info.Language ?? "",
    xmp: String((datos.metadata as { getRaw?: () => unknown } | null)?.getRaw?.() ?? ""),
    etiquetado,
    marcadores: titulos(((await documento.getOutline()) ?? []) as Marcador[]),
    roles,
  };
  await documento.loadingTask.destroy();
  return leido;
}

/**
 * Whether a document says a text whole. A cell that goes on in the next page is interleaved with its neighbours:
 * up to `cortes` cuts are allowed, each stretch found whole.
 */
export function diceEntero(contenido: string, texto: string, cortes = 3): boolean {
  let resto = sinEspacios(texto);
  for (let i = 0; i <= cortes && resto !== ""; i++) {
    if (contenido.includes(resto)) return true;
    let [bajo, alto] = [0, resto.length];
    while (bajo < alto) {
      const medio = Math.ceil((bajo + alto) / 2);
      if (contenido.includes(resto.slice(0, medio))) bajo = medio;
      else alto = medio - 1;
    }
    if (bajo < 8) return false;
    resto = resto.slice(bajo);
  }
  return resto === "";
}
