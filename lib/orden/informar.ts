import type { Falta } from "@/lib/expediente/falta";
import type { Juicio } from "@/lib/expediente/juzgar";
import { mostrarNumero } from "@/lib/expediente/numero";
import { abreviar } from "@/lib/expediente/texto";
import { REGLA_POR_CODIGO } from "@/lib/guia/e3-2025/reglas";
import { SECCIONES } from "@/lib/guia/e3-2025/secciones";

/** The judgement of a file as a person likes to read it. */

/** What a terminal obeys or reorders instead of showing: controls, line ends, marks of direction, lone surrogates. */
const INVISIBLES = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/gu;

/** A text of the file (or its name) in one line, with what cannot be seen written out. */
const visible = (texto: string) =>
  texto.replace(INVISIBLES, (uno) => `\\u${uno.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** A pointer may hold a key as long as the file: here it only helps to find the place. */
const LARGO_RUTA = 200;

function lugar(ruta: string): string {
  const escrita = visible(ruta);
  return escrita.length > LARGO_RUTA ? abreviar(escrita, LARGO_RUTA) : escrita || "el archivo";
}

const plural = (cuantos: number, uno: string, varios: string) =>
  `${mostrarNumero(cuantos)} ${cuantos === 1 ? uno : varios}`;

function tituloDe({ regla }: Falta): string {
  if (regla === "FORMATO") return "Formato del archivo";
  const seccion = REGLA_POR_CODIGO[regla].seccion;
  return SECCIONES.find(({ id }) => id === seccion)?.titulo ?? seccion;
}

function linea({ nivel, mensaje, regla, ruta }: Falta): string {
  return `    ${nivel === "error" ? "✗" : "!"} ${visible(mensaje)}\n      ${regla}${nivel === "aviso" ? " (aviso)" : ""} · ${lugar(ruta)}`;
}

/** Several lines: the verdict, the faults grouped by section, and the digests. */
export function informar(archivo: string, { valido, faltas, huellaPlan, huellaInforme }: Juicio): string {
  const errores = faltas.filter(({ nivel }) => nivel === "error").length;
  const avisos = faltas.length - errores;
  const cuenta = [
    errores > 0 ? plural(errores, "error", "errores") : null,
    avisos > 0 ? plural(avisos, "aviso", "avisos") : null,
  ].filter((parte) => parte !== null);
  const lineas = [
    `${visible(archivo)}: ${valido ? "válido" : "no válido"}${cuenta.length ? ` (${cuenta.join(", ")})` : ""}`,
  ];
  let anterior = "";
  for (const falta of faltas) {
    const titulo = tituloDe(falta);
    if (titulo !== anterior) lineas.push(`  ${titulo}`);
    anterior = titulo;
    lineas.push(linea(falta));
  }
  if (huellaPlan) lineas.push(`  Huella del plan vigente: ${huellaPlan}`);
  if (huellaInforme) lineas.push(`  Huella del informe:      ${huellaInforme}`);
  return `${lineas.join("\n")}\n`;
}
