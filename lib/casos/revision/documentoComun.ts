import { esFecha, mostrarFecha } from "@/lib/expediente/fecha";
import type { Archivo } from "@/lib/expediente/formato";
import { mostrarNumero } from "@/lib/expediente/numero";
import { vacio } from "@/lib/expediente/texto";
import type { ArchivoRevisado, CampoRevisado } from "@/lib/flujo/vistaRevision";
import { campoDeRuta } from "@/lib/guia/e3-2025/campos";
import {
  CALIDADES_JURIDICAS,
  COMPONENTES_DIFICULTAD,
  DECISIONES_ACTA,
  GRUPOS,
  MEDIOS,
  MODALIDADES,
  NOMBRES_COMPONENTE,
  TIPOS_DIFICULTAD,
} from "@/lib/guia/e3-2025/valores";

/** The words of the codes that fields hold, by the last part of their pointer. */
const PALABRAS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  medio: MEDIOS,
  modalidad: MODALIDADES,
  tipo: TIPOS_DIFICULTAD,
  decision: DECISIONES_ACTA,
  componente: NOMBRES_COMPONENTE,
  componentes: COMPONENTES_DIFICULTAD,
  grupo: GRUPOS,
  calidadJuridica: CALIDADES_JURIDICAS,
};

const palabra = (lista: Readonly<Record<string, string>> | undefined, codigo: string): string =>
  lista && Object.hasOwn(lista, codigo) ? (lista[codigo] ?? codigo) : codigo;

/** A value of the expediente as people read it; null when nothing is said. */
export function leerValor(ruta: string, valor: unknown): string | null {
  const lista = PALABRAS[ruta.split("/").at(-1) ?? ""];
  if (valor === null || valor === undefined || valor === "") return null;
  if (typeof valor === "boolean") return valor ? "Sí" : "No";
  if (typeof valor === "number") return mostrarNumero(valor);
  if (typeof valor === "string") return esFecha(valor) ? mostrarFecha(valor) : palabra(lista, valor);
  if (Array.isArray(valor))
    return valor.length === 0
      ? null
      : valor.map((uno) => (typeof uno === "string" ? palabra(lista, uno) : leerObjeto(uno))).join("\n");
  return leerObjeto(valor);
}

/** Any object in words: what a file or a row says, its parts one after another. */
function leerObjeto(valor: unknown): string {
  if (typeof valor !== "object" || valor === null) return String(valor);
  if ("sha256" in valor && "nombre" in valor) return String(valor.nombre ?? "archivo sin nombre");
  return Object.entries(valor)
    .map(([llave, uno]) => leerValor(`/${llave}`, uno))
    .filter((texto) => texto !== null)
    .join(" · ");
}

/** A field with the guide's own label, or with the one given where the registry has none. */
export function campo(ruta: string, valor: unknown, etiqueta?: string): CampoRevisado {
  return {
    ruta,
    etiqueta: etiqueta ?? campoDeRuta(ruta)?.etiqueta ?? ruta,
    texto: leerValor(ruta, valor),
  };
}

/** The fields of an object, in the order given; those in `siHay` only when they say something. */
export function campos(
  base: string,
  objeto: Readonly<Record<string, unknown>> | null | undefined,
  nombres: readonly string[],
  siHay: readonly string[] = [],
): CampoRevisado[] {
  return nombres
    .filter((nombre) => !siHay.includes(nombre) || !vacio(objeto?.[nombre] as string | null))
    .map((nombre) => campo(`${base}/${nombre}`, objeto?.[nombre]));
}

/** Which id downloads a content, by its digest. */
export type Bajable = (sha256: string | null | undefined) => string | null;

export function archivoRevisado(archivo: Archivo, bajable: Bajable): ArchivoRevisado {
  const { nombre, tamano, sha256 } = archivo;
  return { nombre: nombre ?? "archivo sin nombre", id: bajable(sha256), tamano: tamano ?? null };
}

/** A field that is a file. */
export function campoArchivo(
  ruta: string,
  archivo: Archivo | null | undefined,
  bajable: Bajable,
  etiqueta?: string,
): CampoRevisado {
  const base = campo(ruta, null, etiqueta);
  if (!archivo) return base;
  return { ...base, texto: archivo.nombre ?? null, archivo: archivoRevisado(archivo, bajable) };
}
