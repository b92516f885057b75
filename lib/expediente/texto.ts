/** Texts as the rules see them: what counts as empty, and when two are the same. The texts themselves are kept as written. */

/** Absent, null, or a text left empty by `trim()`. A list or an object, even empty, is not "vacío". */
export function vacio(valor: unknown): valor is null | undefined | "" {
  return valor === undefined || valor === null || (typeof valor === "string" && valor.trim() === "");
}

/** From U+0300 on there are combining marks: a text without any character from there is already in NFC. */
const COMBINABLE = /[\u0300-\uffff]/;

/** The form under which a text is compared: ends trimmed, Unicode NFC. Absent and null give "". */
export function clave(texto: string | null | undefined): string {
  if (texto === undefined || texto === null) return "";
  const recortado = texto.trim();
  return COMBINABLE.test(recortado) ? recortado.normalize("NFC") : recortado;
}

/** The texts of a list that say something. */
export function conTexto(lista: readonly string[] | null | undefined): string[] {
  return (lista ?? []).filter((texto) => !vacio(texto));
}

/** Whether some text of a list says something. */
export function algunTexto(lista: readonly string[] | null | undefined): boolean {
  return lista?.some((texto) => !vacio(texto)) ?? false;
}

function comparable(valor: unknown): unknown {
  if (typeof valor === "string") return clave(valor);
  if (Array.isArray(valor)) {
    const partes = valor.map(comparable);
    return partes.every((parte) => typeof parte === "string") ? partes.sort() : partes;
  }
  if (typeof valor === "object" && valor !== null) {
    const pares = Object.entries(valor)
      .filter(([, hijo]) => hijo !== null && hijo !== undefined)
      .map(([llave, hijo]) => [llave, comparable(hijo)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return { pares };
  }
  return valor ?? null;
}

/**
 * Whether two data are the same for the rules: texts trimmed and in NFC, null like absent, the order of a list of
 * texts indifferent (that of a list of objects is not).
 */
export function iguales(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

const PARES = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Code points of a text: an accented letter or an emoji counts as one. */
export function contarCaracteres(texto: string): number {
  return texto.length - (texto.match(PARES)?.length ?? 0);
}

/** Length in code points of a text once trimmed. */
export function largo(texto: string): number {
  return contarCaracteres(texto.trim());
}

/** A text on one line and cut at a word, to name a thing inside a message. */
export function abreviar(texto: string | null | undefined, maximo = 60): string {
  // No more of a long text than the cut can need: a code point takes two units at most, and spaces collapse.
  const linea = (texto ?? "")
    .trim()
    .slice(0, maximo * 8)
    .replace(/\s+/g, " ")
    .trim();
  const puntos = [...linea];
  if (puntos.length <= maximo) return linea;
  const corte = puntos.slice(0, maximo).join("");
  const espacio = corte.lastIndexOf(" ");
  return `${(espacio > maximo / 2 ? corte.slice(0, espacio) : corte).replace(/[\s,;:.]+$/, "")}…`;
}

/** A key of a file as it is written, to name it in a message: cut only when it would fill the screen. */
export function nombrarClave(llave: string): string {
  return llave.length > 60 ? abreviar(llave) : llave;
}

/** The name a table gives to a code that a person or a file wrote; undefined when the table does not have it. */
export function nombreEn(
  tabla: Readonly<Record<string, string>>,
  codigo: string | null | undefined,
): string | undefined {
  return Object.hasOwn(tabla, codigo ?? "") ? tabla[codigo ?? ""] : undefined;
}
