import { cambiarCatalogo, cambiarPaginas, cambiarVersion } from "./catalogo";
import { type Estructura, siguienteLlave, unirEstructuras } from "./estructura";
import { Fondo } from "./fondo";
import type { Laminas } from "./lamina";
import { type Marcadores, unirMarcadores } from "./marcadores";
import type { Nombre } from "./nombres";
import { refDe } from "./objetos";
import type { Pliego } from "./pliego";
import type { Principal } from "./principal";
import { Tomo } from "./tomo";

export { type Laminas, leerLaminas } from "./lamina";
export { leerPliego, type Pliego, type Titulo } from "./pliego";
export { leerPrincipal } from "./principal";

/** What is bound. */
export interface Partes {
  principal: Principal;
  membrete: Laminas;
  /** As many as pages has the whole. */
  numeros: Laminas;
  pliegos: readonly Pliego[];
}

/** What a section has, with the numbers of the whole; `salto` is what the keys of its structure move. */
function enElTomo(tomo: Tomo, parte: number, pliego: Pliego, salto: number) {
  const numero = (n: number) => tomo.numero(parte, n);
  const conNumero = ([nombre, n]: Nombre): Nombre => [nombre, numero(n)];
  const { estructura, marcadores } = pliego;
  return {
    paginas: pliego.paginas.map(numero),
    raizPaginas: numero(pliego.raizPaginas),
    anclas: pliego.anclas.map(conNumero),
    marcadores: {
      raiz: numero(marcadores.raiz),
      primeros: marcadores.primeros.map(numero),
    } satisfies Marcadores,
    estructura: {
      cuerpo: numero(estructura.cuerpo),
      padres: estructura.padres.map(([llave, n]) => [llave + salto, numero(n)] as const),
      siguiente: estructura.siguiente + salto,
      identificadores: estructura.identificadores.map(conNumero),
    } satisfies Estructura,
  };
}

/** The text of a page of a section, with the key by which the structure of the whole knows it. */
function conLlave(pagina: string, salto: number): string {
  if (pagina.includes("/Annots")) throw new Error("PDF con enlaces en una sección");
  return pagina.replace(/\/StructParents (\d+)/, (_, n: string) => `/StructParents ${Number(n) + salto}`);
}

/**
 * Binds a document: under each page go its letterhead and its number, and after its own pages, those of the sections
 * drawn apart. Bookmarks, places and structure become one; each of those files is an element of its own («Part»).
 * The same parts give the same bytes. Throws when a file is not as the compiler writes them.
 */
export function encuadernar({ principal, membrete, numeros, pliegos }: Partes): Uint8Array {
  const { archivo, propias } = principal;
  const tomo = new Tomo([numeros.parte, membrete.parte, ...pliegos.map((x) => x.parte), principal.parte]);
  const propio = (n: number) => tomo.numero(2 + pliegos.length, n);
  const fondo = new Fondo(tomo, ["membrete", "numero"]);
  const dibujoMembrete = tomo.numero(1, membrete.dibujos[0] ?? 0);
  const dibujosNumero = numeros.dibujos.map((n) => tomo.numero(0, n));
  const amoblar = (texto: string) => fondo.poner(texto, [dibujoMembrete, dibujosNumero.shift() ?? 0]);

  const catalogo = propio(archivo.catalogo);
  const paginas = principal.paginas.map(propio);
  const vistas = paginas.slice(0, propias);
  for (const pagina of vistas) tomo.rehacer(pagina, amoblar(tomo.texto(pagina)));
  if (pliegos.length > 0) {
    const raizEstructura = refDe(tomo.texto(catalogo), "StructTreeRoot");
    let salto = siguienteLlave(tomo.texto(raizEstructura));
    const secciones = pliegos.map((pliego, i) => {
      const seccion = enElTomo(tomo, 2 + i, pliego, salto);
      for (const pagina of seccion.paginas) {
        tomo.rehacer(pagina, amoblar(conLlave(tomo.texto(pagina), salto)));
        vistas.push(pagina);
      }
      tomo.reemplazar(seccion.raizPaginas, propio(principal.raizPaginas));
      salto = seccion.estructura.siguiente;
      return seccion;
    });
    const de = <C extends keyof (typeof secciones)[0]>(cual: C) => secciones.map((x) => x[cual]);
    unirEstructuras(tomo, raizEstructura, de("estructura"));
    cambiarCatalogo(tomo, catalogo, unirMarcadores(tomo, de("marcadores")), de("anclas").flat());
    cambiarPaginas(tomo, catalogo, vistas);
    for (const pagina of paginas.slice(propias)) {
      tomo.quitar(refDe(tomo.texto(pagina), "Contents"));
      tomo.quitar(pagina);
    }
  }
  cambiarVersion(tomo, catalogo, archivo.version);
  return tomo.escribir(catalogo, propio(archivo.informacion), archivo.identificador);
}
