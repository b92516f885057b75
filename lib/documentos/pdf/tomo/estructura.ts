import { escribirNombres, leerNombres, type Nombre } from "./nombres";
import { hallar } from "./objetos";
import type { Tomo } from "./tomo";

/** The structure that a screen reader follows, as its root says it. */
export interface Estructura {
  /** The only element under the root. */
  cuerpo: number;
  /** By the key of each page, who are the parents of what it marks. */
  padres: readonly (readonly [llave: number, objeto: number])[];
  /** First key that is free. */
  siguiente: number;
  identificadores: readonly Nombre[];
}

const PADRES = /\/Nums \[([^\]]*)\]/;
const SIGUIENTE = /\/ParentTreeNextKey (\d+)/;
const IDENTIFICADORES = /\/IDTree <<\s*\/Names \[([^\]]*)\]\s*>>/;

/** The first key that no page has, from the text of the root of the structure. */
export function siguienteLlave(raiz: string): number {
  return Number(hallar(raiz, SIGUIENTE));
}

/** Reads the text of the root of the structure. */
export function estructuraDe(raiz: string): Estructura {
  const padres = hallar(raiz, PADRES).matchAll(/(\d+) (\d+) 0 R/g);
  return {
    cuerpo: Number(hallar(raiz, /\/K \[(\d+) 0 R\]/)),
    padres: [...padres].map((x) => [Number(x[1]), Number(x[2])]),
    siguiente: siguienteLlave(raiz),
    identificadores: leerNombres(IDENTIFICADORES.exec(raiz)?.[1] ?? ""),
  };
}

/** Hangs structures from that of the whole, whose root is `raiz`; each is a part. All with the numbers of the whole. */
export function unirEstructuras(tomo: Tomo, raiz: number, suyas: readonly Estructura[]): void {
  const texto = tomo.texto(raiz);
  const propia = estructuraDe(texto);
  for (const { cuerpo } of suyas) {
    const seccion = tomo.texto(cuerpo).replace("/S /Document", "/S /Part");
    tomo.rehacer(cuerpo, seccion.replace(/\/P \d+ 0 R/, `/P ${propia.cuerpo} 0 R`));
  }
  const secciones = suyas.map((x) => `${x.cuerpo} 0 R`).join(" ");
  tomo.rehacer(propia.cuerpo, tomo.texto(propia.cuerpo).replace(/\/K \[([^\]]*)\]/, `/K [$1 ${secciones}]`));

  const todas = [propia, ...suyas];
  const padres = todas.flatMap((x) => x.padres.map(([llave, n]) => `${llave} ${n} 0 R`));
  const nombres = escribirNombres(todas.flatMap((x) => x.identificadores));
  const siguiente = Math.max(...todas.map((x) => x.siguiente));
  tomo.rehacer(
    raiz,
    texto
      .replace(PADRES, `/Nums [${padres.join(" ")}]`)
      .replace(SIGUIENTE, `/ParentTreeNextKey ${siguiente}`)
      .replace(IDENTIFICADORES, "")
      .replace(/>>$/, `  /IDTree <<\n    ${nombres}\n  >>\n>>`),
  );
}
