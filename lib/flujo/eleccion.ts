import { comoSeBusca } from "./tablero";

/**
 * Choosing one among thousands by writing: the text of the box is all that travels, so that it works without script and
 * a failed form gives back what was written. The list proposed while one types only completes it. Pure.
 */

/**
 * Something with a name that may be repeated and a key that is not: an institution's code, a person's e-mail. The key is
 * null where no two have the same name.
 */
export type Elegible = { readonly id: string; readonly nombre: string; readonly llave: string | null };

/** One of the list, as the screen gets it: what is written in the box, and what tells it apart. */
export type Propuesta = { readonly texto: string; readonly detalle: string };
export type Propuestas = { readonly opciones: readonly Propuesta[]; readonly hayMas: boolean };

/** How many are proposed at once; and how many of them a message names. */
export const PROPUESTAS = 10;
const DICHOS = 5;

/** What is written in the box when one is chosen. */
export function textoDe({ nombre, llave }: Pick<Elegible, "nombre" | "llave">): string {
  return llave === null ? nombre : `${nombre} (${llave})`;
}

/** What a text may stand for: a whole name, and a key (the text itself, or what it has in brackets at its end). */
export function leerEleccion(texto: string): { readonly nombre: string; readonly llaves: readonly string[] } {
  const escrito = texto.trim();
  const enParentesis = /\(([^()]+)\)$/.exec(escrito)?.[1]?.trim();
  return { nombre: comoSeBusca(escrito), llaves: enParentesis ? [escrito, enParentesis] : [escrito] };
}

/**
 * The one that a text names: by its key, by both as the list writes them, or by its whole name when nobody else has it.
 * A part of a name chooses nothing: giving something to somebody who was not meant is worse than asking again.
 */
export function elegido<E extends Elegible>(texto: string, entre: readonly E[]): E | null {
  const buscado = comoSeBusca(texto);
  const suyo = entre.find((uno) =>
    [uno.llave ?? "", textoDe(uno)].some((forma) => buscado !== "" && comoSeBusca(forma) === buscado),
  );
  if (suyo) return suyo;
  const homonimos = entre.filter(({ nombre }) => comoSeBusca(nombre) === buscado);
  return homonimos.length === 1 ? (homonimos[0] ?? null) : null;
}

/**
 * What is said when a text chooses nothing: those that it may have meant, to be written whole.
 * @param llave how the key is called: «el código»; null where there is none
 */
export function nadieElegido(texto: string, parecidos: readonly Elegible[], llave: string | null): string {
  if (parecidos.length === 0)
    return `Nada coincide con «${texto.trim()}». Revise lo escrito${llave === null ? "" : `, o escriba ${llave}`}.`;
  const cuales = parecidos.slice(0, DICHOS).map(textoDe).join("; ");
  const como = llave === null ? "" : `, o ${llave}`;
  return `Escriba el nombre completo${como}. Coinciden: ${cuales}${parecidos.length > DICHOS ? "; y más" : ""}.`;
}
