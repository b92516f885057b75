import { cortar, desarmar, hallar, paginasDe, refDe, textoDe } from "./objetos";
import { Parte } from "./parte";

/** A file whose pages are drawings: others place them under what they draw. Objects go by the numbers of its file. */
export interface Laminas {
  parte: Parte;
  dibujos: readonly number[];
}

/** From the text of a page, the dictionary of its resources. */
function recursosDe(pagina: string): string {
  const desde = pagina.indexOf("/Resources <<") + "/Resources ".length;
  let hondura = 0;
  for (const { 0: marca, index } of pagina.slice(desde).matchAll(/<<|>>/g)) {
    hondura += marca === "<<" ? 1 : -1;
    if (hondura === 0) return pagina.slice(desde, desde + index + marca.length);
  }
  throw new Error("PDF con una página sin recursos");
}

/** Takes apart a file to place its pages under others. */
export function leerLaminas(pdf: Uint8Array): Laminas {
  const dibujos: number[] = [];
  const leer = () => {
    const archivo = desarmar(pdf);
    const objetos = [...archivo.objetos];
    dibujos.length = 0;
    for (const numero of paginasDe(archivo).paginas) {
      const pagina = textoDe(archivo, numero);
      const contenido = refDe(pagina, "Contents");
      const caja = hallar(pagina, /\/MediaBox (\[[^\]]*\])/);
      const forma = `/Type /XObject\n  /Subtype /Form\n  /BBox ${caja}\n  /Resources ${recursosDe(pagina)}`;
      const texto = textoDe(archivo, contenido).replace("<<", () => `<<\n  ${forma}`);
      objetos[contenido] = cortar(texto, archivo.objetos[contenido]?.flujo);
      dibujos.push(contenido);
    }
    return { ...archivo, objetos };
  };
  const archivo = leer();
  return { parte: new Parte(leer, { raices: dibujos, sueltos: [] }, archivo), dibujos };
}
