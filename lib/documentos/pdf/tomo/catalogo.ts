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
  const metadatos = refDe(tomo.texto(catalogo), "Metadata");
  const dicho = Buffer.from(tomo.flujo(metadatos)).toString("latin1");
  const flujo = Buffer.from(dicho.replace(/(?<=<xmpTPg:NPages>)\d+/, String(paginas.length)), "latin1");
  tomo.rehacer(metadatos, tomo.texto(metadatos).replace(/\/Length \d+/, `/Length ${flujo.length}`), flujo);
}
