import { esFecha, mostrarFecha, ZONA } from "@/lib/expediente/fecha";
import { mostrarNumero, mostrarPesos } from "@/lib/expediente/numero";
import type { Tipo, Valor } from "./modelo";

const MESES = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre",
];

/** «26 de junio de 2025», for prose. */
export function fechaEnPalabras(texto: string): string {
  if (!esFecha(texto)) return texto;
  return `${Number(texto.slice(8, 10))} de ${MESES[Number(texto.slice(5, 7)) - 1]} de ${texto.slice(0, 4)}`;
}

const RELOJ = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONA,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** Wall clock of continental Chile at an instant, as milliseconds of a UTC date: what a cell must show. */
export function relojDeChile(instante: string): Date | null {
  const ms = Date.parse(instante);
  if (Number.isNaN(ms)) return null;
  const p = Object.fromEntries(RELOJ.formatToParts(ms).map((x) => [x.type, x.value]));
  const fraccion = ((ms % 1000) + 1000) % 1000;
  return new Date(
    Date.UTC(
      Number(p.year),
      Number(p.month) - 1,
      Number(p.day),
      Number(p.hour),
      Number(p.minute),
      Number(p.second),
      fraccion,
    ),
  );
}

/** «10/06/2025, 10:15:00 horas de Chile continental»; with the text as written when it names another offset. */
export function instanteChileno(texto: string): string {
  const reloj = relojDeChile(texto);
  if (!reloj) return texto;
  const local = reloj.toISOString();
  const hora = local.slice(11, 19);
  const dicho = `${mostrarFecha(local.slice(0, 10))}, ${hora} horas de Chile continental`;
  return texto.slice(0, 16) === local.slice(0, 16) ? dicho : `${dicho} (${texto})`;
}

/** Text of a value for people, or null when there is nothing to say. Lists are one item a line. */
export function enPalabras(tipo: Tipo, valor: Valor): string | null {
  if (valor === null || valor === undefined || valor === "") return null;
  if (typeof valor === "boolean") return valor ? "Sí" : "No";
  if (typeof valor === "number") {
    if (tipo === "pesos") return mostrarPesos(valor);
    return tipo === "bytes" ? `${mostrarNumero(valor)} bytes` : mostrarNumero(valor);
  }
  if (typeof valor !== "string") return valor.length > 0 ? valor.join("\n") : null;
  if (tipo === "fecha") return mostrarFecha(valor);
  return tipo === "instante" ? instanteChileno(valor) : valor;
}
