import type Big from "big.js";

/**
 * Numbers as people in Chile type and read them: decimal comma (a point is understood), thousands points. Every form
 * loads this file, so its arithmetic is that of digits: the library of decimals would weigh more than the rest of it.
 */

export type LecturaNumero =
  | { readonly estado: "vacio" }
  | { readonly estado: "numero"; readonly valor: number }
  | { readonly estado: "invalido"; readonly mensaje: string };

const MENSAJE = "Escriba un número, con coma para los decimales; por ejemplo 1.234,5.";
const LARGO = "El número tiene demasiadas cifras para guardarlo exacto. Escriba hasta 15 cifras.";

/** A finite number in full, without exponent: 1e-7 → "0.0000001". */
function enPleno(numero: number): string {
  const partes = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(numero));
  if (partes === null) throw new RangeError(`Not a finite number: ${numero}`);
  const [, signo = "", entero = "", decimales = "", exponente] = partes;
  if (exponente === undefined) return String(numero);
  const mover = Number(exponente);
  const cifras =
    mover < 0
      ? `0.${"0".repeat(-mover - 1)}${entero}${decimales}`
      : `${entero}${decimales.padEnd(mover, "0")}`;
  return `${signo}${cifras}`;
}

/**
 * Reads a number as typed, with the sign of pesos or of percentage that the platform itself shows beside it: they
 * decorate, «75 %» is 75. "1.234" and "1.234.567" have thousands points; "12.5" and "0.125" have a decimal point;
 * a comma is always decimal. Never rounds: what a JSON number cannot hold exactly is refused with its remedy.
 */
export function leerNumero(texto: string): LecturaNumero {
  const junto = texto.replace(/[\s\u00a0\u202f]+/g, "").replace(/^(\$?)[−–]/, "$1-");
  const limpio = junto.replace(/^([+-]?)\$([+-]?[\d.,]+)$/, "$1$2").replace(/^([+-]?[\d.,]+)%$/, "$1");
  if (limpio === "") return { estado: "vacio" };
  // Two lines of a cell are two numbers, not one.
  if (/[\n\r]/.test(texto.trim())) return { estado: "invalido", mensaje: MENSAJE };
  const partes = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)?(?:,(\d*))?$/.exec(limpio);
  const conPunto = /^([+-]?)(\d*)\.(\d+)$/.exec(limpio);
  let leido: RegExpExecArray;
  if (partes && (partes[2] || partes[3]) && !/^[+-]?0\.\d{3}$/.test(limpio)) leido = partes;
  else if (conPunto) leido = conPunto;
  else return { estado: "invalido", mensaje: MENSAJE };
  const entero = (leido[2] ?? "").replaceAll(".", "").replace(/^0+/, "") || "0";
  const decimales = (leido[3] ?? "").replace(/0+$/, "");
  const escrito = decimales ? `${entero}.${decimales}` : entero;
  const valor = Number(escrito);
  if (!Number.isFinite(valor) || enPleno(valor) !== escrito) return { estado: "invalido", mensaje: LARGO };
  return { estado: "numero", valor: leido[1] === "-" && valor !== 0 ? -valor : valor };
}

/** Writes a number (or an exact decimal) in full with decimal comma and thousands points: 1234.5 → "1.234,5". */
export function mostrarNumero(numero: number | Big): string {
  const exacto = typeof numero === "number" ? enPleno(numero) : numero.toFixed();
  const [entero = "0", decimales] = exacto.replace("-", "").split(".");
  const signo = exacto.startsWith("-") ? "-" : "";
  const agrupado = entero.length < 4 ? entero : entero.replace(/\B(?=(\d{3})+$)/g, ".");
  return `${signo}${agrupado}${decimales ? `,${decimales}` : ""}`;
}

/** Amount in Chilean pesos: 1500000 → "$1.500.000". */
export function mostrarPesos(monto: number): string {
  return monto < 0 ? `-$${mostrarNumero(-monto)}` : `$${mostrarNumero(monto)}`;
}
