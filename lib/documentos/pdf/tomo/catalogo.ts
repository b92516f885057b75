import { escribirNombres, leerNombres, type Nombre } from "./nombres";
import { hallar, refDe } from "./objetos";
import type { Tomo } from "./tomo";

const LUGARES = /\/Dests <<\s*\/Names \[([^\]]*)\]/;

/** Gives a document other bookmarks and named places than it had. */
export function cambiarCatalogo(
  tomo: Tomo,
  catalogo: number,
  marcadores: number,
  anclas: readonly Nombre[],
): void {
  const texto = tomo.texto(catalogo);
  for (const [, lugar] of leerNombres(hallar(texto, LUGARES))) tomo.quitar(lugar);
  // An accessible file says that it has bookmarks even when it has none.
  const ninguno = /\s*\/Outlines (\d+) 0 R/.exec(texto);
  if (ninguno) tomo.quitar(Number(ninguno[1]));
  tomo.rehacer(
    catalogo,
    texto
      .replace(ninguno?.[0] ?? "", "")
      .replace(LUGARES, `/Dests <<\n      ${escribirNombres(anclas)}`)
      .replace(/>>$/, `  /Outlines ${marcadores} 0 R\n>>`),
  );
}

/** Gives a document other pages than it had, also where it says of itself how many. */
export function cambiarPaginas(tomo: Tomo, catalogo: number, paginas: readonly number[]): void {
  const raiz = refDe(tomo.texto(catalogo), "Pages");
  tomo.rehacer(
    raiz,
    tomo
      .texto(raiz)
      .replace(/\/Count \d+/, `/Count ${paginas.length}`)
      .replace(/\/Kids \[[^\]]*\]/, `/Kids [${paginas.map((n) => `${n} 0 R`).join(" ")}]`),
  );
  cambiarMetadatos(tomo, catalogo, (x) => x.replace(/(?<=<xmpTPg:NPages>)\d+/, String(paginas.length)));
}

/** Gives a document, where it says of itself which version it is, the one of the whole. */
export function cambiarVersion(tomo: Tomo, catalogo: number, version: string): void {
  cambiarMetadatos(tomo, catalogo, (x) => x.replaceAll(version, tomo.version));
}

/** Rewrites what a document says of itself. */
function cambiarMetadatos(tomo: Tomo, catalogo: number, cambiar: (dicho: string) => string): void {
  const metadatos = refDe(tomo.texto(catalogo), "Metadata");
  const dicho = Buffer.from(tomo.flujo(metadatos)).toString("latin1");
  const flujo = Buffer.from(cambiar(dicho), "latin1");
  tomo.rehacer(metadatos, tomo.texto(metadatos).replace(/\/Length \d+/, `/Length ${flujo.length}`), flujo);
}
