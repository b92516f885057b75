import Big from "big.js";
import { leerNumero as numeroEscrito } from "@/lib/expediente/numero";
import { esFecha } from "@/lib/guia/e3-2025/dia";
import type { ValorCelda } from "./libro/tipo";

/** For comparing names that people type: no accents, case, punctuation nor repeated blanks (non-breaking included). */
export function normalizar(texto: string): string {
  return texto
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

const BLANCOS_DE_MAS = /^\s|\s$|\s\s|[^\S ]|[\u200b\ufeff]/u;

/** A short text as people mean it: blanks of every kind at its ends or repeated, left out. */
export function recortar(texto: string): string {
  if (!BLANCOS_DE_MAS.test(texto)) return texto;
  return texto.replace(/[\s\u00a0\u200b\ufeff]+/gu, " ").trim();
}

/** Whether a cell says nothing a person can see. */
export function esBlanca(valor: ValorCelda | undefined): boolean {
  return valor === undefined || (typeof valor === "string" && /^[\s\u00a0\u200b\ufeff]*$/u.test(valor));
}

/** What a person sees in a cell, for messages and for fields of text. */
export function comoTexto(valor: ValorCelda | undefined): string {
  if (valor === undefined) return "";
  if (typeof valor === "string") return valor;
  if (typeof valor === "number") return String(valor);
  if (typeof valor === "boolean") return valor ? "VERDADERO" : "FALSO";
  if ("fecha" in valor) {
    const [anio, mes, dia] = valor.fecha.split("-");
    return `${dia}-${mes}-${anio}${valor.hora ? ` ${valor.hora}` : ""}`;
  }
  if ("porcentaje" in valor) return `${new Big(valor.porcentaje).times(100)}%`;
  return "error" in valor ? valor.error : `=${valor.sinValor}`;
}

/** The beginning of a text, for a message that must not fill the screen. */
export function breve(texto: string): string {
  const plano = recortar(texto);
  return plano.length > 80 ? `${plano.slice(0, 79)}…` : plano;
}

/** What a message says was found in a cell: its beginning, and a number as people write it here, with comma. */
export function loHallado(valor: ValorCelda | undefined): string {
  const dicho = breve(comoTexto(valor));
  const esNumero = typeof valor === "number" || (typeof valor === "object" && "porcentaje" in valor);
  return esNumero ? dicho.replace(".", ",") : dicho;
}

/** A value read from a cell, or what was expected instead. */
export type Interpretado<T> =
  | { readonly ok: true; readonly valor: T }
  | { readonly ok: false; readonly esperado: string };

const bien = <T>(valor: T): Interpretado<T> => ({ ok: true, valor });
const mal = (esperado: string): { ok: false; esperado: string } => ({ ok: false, esperado });

/** Cells that hold nothing usable whatever the field: an error of the spreadsheet, or a formula without its value. */
export function inutilizable(valor: ValorCelda | undefined): string | null {
  if (typeof valor !== "object") return null;
  if ("error" in valor) return "un valor, y no un error de la planilla; corrija la fórmula o escriba el dato";
  if ("sinValor" in valor) {
    return "un valor; la fórmula no tiene su resultado guardado: abra el archivo en su planilla de cálculo, guárdelo y vuelva a cargarlo";
  }
  return null;
}

/** Text exactly as written; numbers and dates as seen. Null when the cell says nothing at all. */
export function leerTexto(valor: ValorCelda | undefined): Interpretado<string | null> {
  const falta = inutilizable(valor);
  if (falta) return mal(falta);
  return bien(valor === undefined || valor === "" ? null : comoTexto(valor));
}

/** Text of one line: identifiers, names and codes, without the blanks that nobody sees. */
export function leerEtiqueta(valor: ValorCelda | undefined): Interpretado<string | null> {
  const falta = inutilizable(valor);
  return falta ? mal(falta) : bien(recortar(comoTexto(valor)) || null);
}

const NUMERO = "un número, por ejemplo 1.234,5";
const NUMERO_LARGO = "un número de hasta 15 cifras, por ejemplo 1.234,5";

/**
 * Number of a cell, or a text that says one as Chileans write it ("1.234,5", "$ 1.500.000", "85 %"). A cell shown as percentage gives the number seen: 85 for 85 %.
 */
export function leerNumero(valor: ValorCelda | undefined): Interpretado<number | null> {
  if (typeof valor === "number") return bien(valor);
  if (typeof valor === "object" && "porcentaje" in valor)
    return bien(new Big(valor.porcentaje).times(100).toNumber());
  if (esBlanca(valor)) return bien(null);
  const falta = inutilizable(valor);
  if (falta) return mal(falta);
  if (typeof valor !== "string") return mal(NUMERO);
  const escrito = valor
    .replace(/[\s\u00a0\u202f\u200b\ufeff']/gu, "")
    .replace(/^(CLP)?\$?(CLP)?/i, "")
    .replace(/(%|pesos|CLP)$/i, "")
    .replace(/^\u2212/, "-");
  const lectura = numeroEscrito(escrito);
  if (lectura.estado === "numero") return bien(lectura.valor);
  return mal(escrito.replace(/\D/g, "").length > 15 ? NUMERO_LARGO : NUMERO);
}

const MESES = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
const FECHA = "una fecha, por ejemplo 30-06-2025";

/** Day AAAA-MM-DD from a date cell, its serial number, or the ways people write a day (day first). */
export function leerFecha(valor: ValorCelda | undefined): Interpretado<string | null> {
  if (esBlanca(valor)) return bien(null);
  const falta = inutilizable(valor);
  if (falta) return mal(falta);
  if (typeof valor === "object" && "fecha" in valor) return bien(valor.fecha);
  if (typeof valor === "number" && Number.isInteger(valor) && valor > 36_525 && valor < 73_051) {
    return bien(new Date(Date.UTC(1899, 11, 30) + valor * 86_400_000).toISOString().slice(0, 10));
  }
  if (typeof valor !== "string") return mal(FECHA);
  const iso = fechaEscrita(normalizar(valor));
  return iso !== null && esFecha(iso) ? bien(iso) : mal(FECHA);
}

function fechaEscrita(texto: string): string | null {
  const armar = (anio: string, mes: string | number, dia: string) =>
    `${anio.length === 2 ? `20${anio}` : anio}-${String(mes).padStart(2, "0")}-${dia.padStart(2, "0")}`;
  const alReves = /^(\d{4}) (\d{1,2}) (\d{1,2})( 00 00 00)?$/.exec(texto);
  if (alReves) return armar(alReves[1] ?? "", alReves[2] ?? "", alReves[3] ?? "");
  const cifras = /^(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})$/.exec(texto);
  if (cifras) return armar(cifras[3] ?? "", cifras[2] ?? "", cifras[1] ?? "");
  const palabras =
    /^(?:(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo) )?(\d{1,2}) (?:de )?([a-z]{3,10}) (?:del? )?(\d{4})$/.exec(
      texto,
    );
  const nombre = palabras?.[2]?.replace("set", "sep").slice(0, 3) ?? "";
  const mes = MESES.indexOf(nombre);
  return palabras && mes >= 0 ? armar(palabras[3] ?? "", mes + 1, palabras[1] ?? "") : null;
}

const SI = new Set(["si", "s", "verdadero", "true", "1", "x", "yes"]);
const NO = new Set(["no", "n", "falso", "false", "0"]);

/** Yes or no as people answer: "Sí", "no", VERDADERO, an x. */
export function leerSiNo(valor: ValorCelda | undefined): Interpretado<boolean | null> {
  if (typeof valor === "boolean") return bien(valor);
  if (esBlanca(valor)) return bien(null);
  const falta = inutilizable(valor);
  if (falta) return mal(falta);
  const dicho = normalizar(comoTexto(valor));
  if (SI.has(dicho)) return bien(true);
  return NO.has(dicho) ? bien(false) : mal("Sí o No");
}

/**
 * Reader of a closed list: takes the code, its label or a known variant, whatever its case and accents.
 * @param etiquetas code → words a person reads; `variantes` other ways of saying each code.
 */
export function lectorOpcion<C extends string>(
  etiquetas: Readonly<Record<C, string>>,
  variantes: Partial<Readonly<Record<C, readonly string[]>>> = {},
): (valor: ValorCelda | undefined) => Interpretado<C | null> {
  const codigos = Object.keys(etiquetas) as C[];
  const porNombre = new Map<string, C>();
  for (const codigo of codigos) {
    for (const nombre of [codigo, etiquetas[codigo], ...(variantes[codigo] ?? [])]) {
      porNombre.set(normalizar(nombre), codigo);
      porNombre.set(nombre, codigo);
    }
  }
  const esperado = `uno de: ${codigos.map((c) => etiquetas[c]).join(", ")}`;
  return (valor) => {
    if (esBlanca(valor)) return bien(null);
    const falta = inutilizable(valor);
    if (falta) return mal(falta);
    const dicho = comoTexto(valor);
    const codigo = porNombre.get(dicho) ?? porNombre.get(normalizar(dicho));
    return codigo === undefined ? mal(esperado) : bien(codigo);
  };
}

/** Several texts in one cell, one per line; those that could not be told apart go between quotes. */
export function escribirLista(textos: readonly string[]): string {
  const partes = textos.map((t) =>
    t === "" || t !== t.trim() || /["\n\r]/.test(t) ? `"${t.replaceAll('"', '""')}"` : t,
  );
  const junto = partes.join("\n");
  return textos.length === 1 && /[;,]/.test(junto) ? `${junto}\n` : junto;
}

/** Undoes `escribirLista`; people may also separate with semicolons or commas on a single line. */
export function leerLista(valor: ValorCelda | undefined): Interpretado<string[]> {
  const falta = inutilizable(valor);
  if (falta) return mal(falta);
  const texto = comoTexto(valor);
  const porLineas = texto.includes("\n");
  const textos: string[] = [];
  const patron = porLineas
    ? /\s*(?:"((?:[^"]|"")*)"|([^\n]*))[^\S\n]*(?:\n|$)/y
    : /\s*(?:"((?:[^"]|"")*)"|([^;,]*))\s*(?:[;,]|$)/y;
  while (patron.lastIndex < texto.length) {
    const parte = patron.exec(texto);
    if (!parte)
      return bien(
        texto
          .split(porLineas ? "\n" : /[;,]/)
          .map((t) => t.trim())
          .filter(Boolean),
      );
    if (parte[1] !== undefined) textos.push(parte[1].replaceAll('""', '"'));
    else if (parte[2]?.trim()) textos.push(parte[2].trim());
    if (parte[0] === "") break;
  }
  return bien(textos);
}
