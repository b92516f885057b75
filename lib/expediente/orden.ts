import { z } from "zod";
import { FORMA_POR_COMPONENTE, FORMA_POR_TIPO } from "./contenido";
import { esquemaExpediente, esquemaPlan } from "./formato";

/** The order of faults: that of the keys of the format, by index inside lists, a parent before its children. */

interface Nodo {
  /** Position of each key of the object, if the place holds an object. */
  readonly claves: Map<string, number>;
  readonly hijos: Map<string, Nodo>;
  elemento: Nodo | null;
}

const nodo = (): Nodo => ({ claves: new Map(), hijos: new Map(), elemento: null });

/** Adds to a node what a schema says of its place; several schemas may share one place (`contenido`). */
function sumar(destino: Nodo, esquema: unknown): Nodo {
  if (esquema instanceof z.ZodOptional || esquema instanceof z.ZodNullable)
    return sumar(destino, esquema.unwrap());
  if (esquema instanceof z.ZodArray) {
    destino.elemento = sumar(destino.elemento ?? nodo(), esquema.element);
  } else if (esquema instanceof z.ZodObject) {
    for (const [llave, hijo] of Object.entries(esquema.shape)) {
      if (!destino.claves.has(llave)) destino.claves.set(llave, destino.claves.size);
      destino.hijos.set(llave, sumar(destino.hijos.get(llave) ?? nodo(), hijo));
    }
  }
  return destino;
}

function arbolDelExpediente(): Nodo {
  const arbol = sumar(nodo(), esquemaExpediente);
  const contenido = arbol.hijos.get("ajustes")?.elemento?.hijos.get("contenido");
  // An activity first: its keys hold those of every component in the order of the format.
  if (contenido)
    for (const forma of [...Object.values(FORMA_POR_TIPO).reverse(), ...Object.values(FORMA_POR_COMPONENTE)])
      sumar(contenido, forma);
  return arbol;
}

const ARBOLES = { expediente: arbolDelExpediente(), plan: sumar(nodo(), esquemaPlan) };

export type Raiz = keyof typeof ARBOLES;

type Paso = readonly [posicion: number, texto: string];

function pasos(ruta: string, raiz: Raiz): Paso[] {
  let actual: Nodo | null = ARBOLES[raiz];
  return ruta
    .split("/")
    .slice(1)
    .map((parte): Paso => {
      const llave = parte.replaceAll("~1", "/").replaceAll("~0", "~");
      // A key of digits in an object is a key; below what the format does not know, digits are taken as an index.
      const indice = /^\d+$/.test(llave) && (actual === null || actual.elemento !== null);
      const paso: Paso = indice
        ? [Number(llave), ""]
        : [actual?.claves.get(llave) ?? Number.MAX_SAFE_INTEGER, llave];
      actual = (indice ? actual?.elemento : actual?.hijos.get(llave)) ?? null;
      return paso;
    });
}

function comparar(a: readonly Paso[], b: readonly Paso[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [[pa, ta], [pb, tb]] = [a[i] ?? [0, ""], b[i] ?? [0, ""]];
    if (pa !== pb) return pa - pb;
    if (ta !== tb) return ta < tb ? -1 : 1;
  }
  return a.length - b.length;
}

/** Sorts faults by place, then by rule; within both, they keep the order in which they come (that of the plan). */
export function ordenar<F extends { ruta: string; regla: string }>(faltas: readonly F[], raiz: Raiz): F[] {
  return faltas
    .map((falta) => ({ falta, lugar: pasos(falta.ruta, raiz) }))
    .sort(
      (a, b) =>
        comparar(a.lugar, b.lugar) ||
        (a.falta.regla === b.falta.regla ? 0 : a.falta.regla < b.falta.regla ? -1 : 1),
    )
    .map(({ falta }) => falta);
}

/** JSON Pointer (RFC 6901) of a path. */
export function puntero(camino: readonly PropertyKey[]): string {
  return camino.map((parte) => `/${String(parte).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
