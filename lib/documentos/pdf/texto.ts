import { caracteresCubiertos } from "./cobertura";

/** A text as Typst receives it: whole, or cut where a word longer than a line may break. */
export type TextoPdf = string | readonly string[];

const SIMPLE = /^[\n\x20-\x7e\xa1-\xac\xae-\xff]*$/;
/** Code units of a word that may not fit a line. */
const PALABRA_LARGA = 28;
const PEDAZO = 24;

/** Whether some word is that long. By hand: an expression tries again from each letter, and this reads every text. */
function hayPalabraLarga(texto: string): boolean {
  let seguidos = 0;
  for (let i = 0; i < texto.length; i++) {
    const unidad = texto.charCodeAt(i);
    // Beyond ASCII, spaces are rare: taking one for a letter only costs looking closer.
    seguidos = unidad === 0x20 || (unidad >= 0x09 && unidad <= 0x0d) ? 0 : seguidos + 1;
    if (seguidos >= PALABRA_LARGA) return true;
  }
  return false;
}

/** Emoji sequences and shaping marks: no glyph of their own, the shaper consumes them. */
function esInvisible(codigo: number): boolean {
  return (
    codigo === 0x200b ||
    codigo === 0x200c ||
    codigo === 0x200d ||
    codigo === 0x2060 ||
    codigo === 0xad ||
    (codigo >= 0xfe00 && codigo <= 0xfe0f) ||
    (codigo >= 0xe0020 && codigo <= 0xe007f)
  );
}

/** Direction overrides could make a signed text read otherwise than it was written: they are shown, not obeyed. */
function esControlDeDireccion(codigo: number): boolean {
  return (
    codigo === 0x200e ||
    codigo === 0x200f ||
    codigo === 0x61c ||
    (codigo >= 0x202a && codigo <= 0x202e) ||
    (codigo >= 0x2066 && codigo <= 0x2069)
  );
}

function nombrar(codigo: number): string {
  return `[U+${codigo.toString(16).toUpperCase().padStart(4, "0")}]`;
}

function dibujable(caracter: string, cubiertos: ReadonlySet<number>): string {
  const codigo = caracter.codePointAt(0) ?? 0;
  if (codigo === 0x0a) return "\n";
  if (codigo === 0x09) return "    ";
  if (codigo < 0x20) return String.fromCodePoint(0x2400 + codigo);
  if (codigo === 0x7f) return "\u2421";
  if (codigo === 0xfeff) return "";
  if (codigo === 0x85 || codigo === 0x2028 || codigo === 0x2029) return "\n";
  if (esControlDeDireccion(codigo)) return nombrar(codigo);
  if (esInvisible(codigo) || cubiertos.has(codigo)) return caracter;
  return nombrar(codigo);
}

/**
 * The text with every character drawable: control characters become their Unicode picture (␀, ␇), a character
 * that no shipped font has becomes its code, «[U+4E2D]». Line breaks of any kind become "\n". Nothing readable
 * is dropped.
 */
export function imprimible(texto: string): string {
  const unido = texto.includes("\r") ? texto.replace(/\r\n?/g, "\n") : texto;
  if (SIMPLE.test(unido)) return unido;
  const cubiertos = caracteresCubiertos();
  let salida = "";
  for (const caracter of unido) salida += dibujable(caracter, cubiertos);
  return salida;
}

/** {@link imprimible}, cut in pieces where a very long word (a digest, an address) may break between lines. */
export function textoPdf(texto: string): TextoPdf {
  const limpio = imprimible(texto);
  if (limpio.length < PALABRA_LARGA || !hayPalabraLarga(limpio)) return limpio;
  const pedazos: string[] = [];
  let actual = "";
  let seguidos = 0;
  for (const { segment } of new Intl.Segmenter("es", { granularity: "grapheme" }).segment(limpio)) {
    seguidos = /\s/.test(segment) ? 0 : seguidos + 1;
    if (seguidos > PEDAZO) {
      pedazos.push(actual);
      actual = "";
      seguidos = 1;
    }
    actual += segment;
  }
  pedazos.push(actual);
  return pedazos;
}
