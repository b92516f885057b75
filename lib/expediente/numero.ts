import Big from "big.js";

/** Numbers as people in Chile type and read them: decimal comma (a point is understood), thousands points. */

export type LecturaNumero =
  | { readonly estado: "vacio" }
  | { readonly estado: "numero"; readonly valor: number }
  | { readonly estado: "invalido"; readonly mensaje: string };

const MENSAJE = "Escriba un número, con coma para los decimales; por ejemplo 1.234,5.";
const LARGO = "El número tiene demasiadas cifras para guardarlo exacto. Escriba hasta 15 cifras.";

/**
 * Reads a number as typed. "1.234" and "1.234.567" have thousands points; "12.5" and "0.125" have a decimal point;
 * a comma is always decimal. Never rounds: what a JSON number cannot hold exactly is refused with its remedy.
 */
export function leerNumero(texto: string): LecturaNumero {
  const limpio = texto.replace(/[\s\u00a0\u202f]+/g, "").replace(/^[−–]/, "-");
  if (limpio === "") return { estado: "vacio" };
  const partes = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)?(?:,(\d*))?$/.exec(limpio);
  const conPunto = /^([+-]?)(\d*)\.(\d+)$/.exec(limpio);
  let normal: string | null = null;
  if (partes && (partes[2] || partes[3]) && !/^[+-]?0\.\d{3}$/.test(limpio)) {
    normal = `${partes[1]}${(partes[2] ?? "0").replaceAll(".", "")}.${partes[3] || "0"}`;
  } else if (conPunto) {
    normal = `${conPunto[1]}${conPunto[2] || "0"}.${conPunto[3]}`;
  }
  if (normal === null) return { estado: "invalido", mensaje: MENSAJE };
  const escrito = new Big(normal.replace(/^\+/, ""));
  const valor = Number(normal);
  if (!Number.isFinite(valor) || !new Big(valor).eq(escrito)) return { estado: "invalido", mensaje: LARGO };
  return { estado: "numero", valor: valor === 0 ? 0 : valor };
}

/** Writes a number (or an exact decimal) in full with decimal comma and thousands points: 1234.5 → "1.234,5". */
export function mostrarNumero(numero: number | Big): string {
  const exacto = typeof numero === "number" ? new Big(numero) : numero;
  const texto = exacto.toFixed();
  const [entero = "0", decimales] = texto.replace("-", "").split(".");
  const signo = texto.startsWith("-") && exacto.lt(0) ? "-" : "";
  const agrupado = entero.length < 4 ? entero : entero.replace(/\B(?=(\d{3})+$)/g, ".");
  return `${signo}${agrupado}${decimales ? `,${decimales}` : ""}`;
}

/** Amount in Chilean pesos: 1500000 → "$1.500.000". */
export function mostrarPesos(monto: number): string {
  return monto < 0 ? `-$${mostrarNumero(-monto)}` : `$${mostrarNumero(monto)}`;
}
