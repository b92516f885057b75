import { contarCaracteres } from "@/lib/expediente/texto";
import { type Lugar, type NombreGrupo, tipoDe, type ValorCampo } from "@/lib/flujo/campo";
import type { Accion } from "@/lib/flujo/permiso";
import { COMPONENTES_DIFICULTAD, MEDIOS, MODALIDADES, TIPOS_DIFICULTAD } from "@/lib/guia/e3-2025/valores";
import { tieneForma } from "./contenido";

/** Which permission each group of fields asks for. */
export const ACCION_DE_CIERRE: Readonly<Record<NombreGrupo, Accion>> = {
  informe: "informe.llenar",
  actividad: "informe.llenar",
  tramite: "informe.llenar",
  componente: "informe.llenar",
  indicador: "informe.llenar",
  dificultad: "informe.llenar",
  difusion: "difusion.llenar",
  instancia: "difusion.llenar",
  ajuste: "plan.ajustar",
};

/** Fields that are chosen and not written: the codes they may hold. */
const OPCIONES: Readonly<Record<string, readonly string[]>> = {
  "dificultad.tipo": Object.keys(TIPOS_DIFICULTAD),
  "dificultad.componentes": Object.keys(COMPONENTES_DIFICULTAD),
  "instancia.medio": Object.keys(MEDIOS),
  "instancia.modalidad": Object.keys(MODALIDADES),
  "ajuste.categorias": ["a", "b", "c", "d", "e", "f", "g"],
};

/** The codes that a field which is chosen may hold; undefined when it is written. */
export const opcionesDe = ({ grupo, campo }: Lugar): readonly string[] | undefined =>
  OPCIONES[`${grupo}.${campo}`];

/** Longest text a field keeps, in code points: far above what anyone writes, and a bound for a hostile request. */
export const LARGO_MAXIMO = 200_000;

/** How long a value in the form in which it is kept is, when it is longer than a field keeps; null when it is not. */
export function largoDeMas(valor: ValorCampo): number | null {
  const texto = typeof valor === "string" ? valor : JSON.stringify(valor);
  // A code point takes at least one unit: what is short in units is not counted.
  const largo = texto.length > LARGO_MAXIMO ? contarCaracteres(texto) : 0;
  return largo > LARGO_MAXIMO ? largo : null;
}

/**
 * Whether a value, in the form in which it is kept, has the type of its field. What a person types always has; anything else is no honest request.
 * Unreadable numbers and dates are texts, and are accepted.
 */
export function aceptaValor(lugar: Lugar, valor: ValorCampo): boolean {
  if (largoDeMas(valor) !== null) return false;
  const opciones = opcionesDe(lugar);
  const permitido = (texto: unknown) => typeof texto === "string" && (!opciones || opciones.includes(texto));
  switch (tipoDe(lugar.grupo, lugar.campo)) {
    case "siNo":
      return valor === null || typeof valor === "boolean";
    case "lista":
      return Array.isArray(valor) && valor.every(permitido);
    case "json":
      return tieneForma(lugar.clave[1] ?? "", valor);
    default:
      return valor === null || permitido(valor);
  }
}
