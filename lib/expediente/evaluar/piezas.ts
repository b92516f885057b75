import { FACTORES, SENTIDOS } from "@/lib/guia/e3-2025/valores";
import { esFecha, mostrarFecha } from "../fecha";
import type { Indicador, Plazos } from "../formato";
import { vacio } from "../texto";
import type { Datos } from "./recolector";

/** Checks that the original plan and the new content of an adjustment share (PLAN-05, PLAN-06, AJU-02). */

interface Pieza {
  readonly campo: keyof Indicador;
  readonly nombre: string;
  readonly remedio: string;
  readonly esta: (indicador: Indicador) => boolean;
}

const PIEZAS: readonly Pieza[] = [
  { campo: "nombre", nombre: "el nombre", remedio: "Escríbalo.", esta: (i) => !vacio(i.nombre) },
  { campo: "formula", nombre: "la fórmula", remedio: "Escríbala.", esta: (i) => !vacio(i.formula) },
  {
    campo: "factor",
    nombre: "el factor (1 o 100)",
    remedio: "Elija 1, o 100 si es un porcentaje.",
    esta: (i) => (FACTORES as readonly unknown[]).includes(i.factor),
  },
  {
    campo: "sentido",
    nombre: "el sentido (ascendente o descendente)",
    remedio: "Elija uno de los dos.",
    esta: (i) => Object.hasOwn(SENTIDOS, i.sentido ?? ""),
  },
  {
    campo: "meta",
    nombre: "la meta",
    remedio: "Escríbala como número.",
    esta: (i) => typeof i.meta === "number",
  },
];

/** The fields that an indicator lacks, with how to call them. */
export function faltantesDe(indicador: Indicador): readonly Omit<Pieza, "esta">[] {
  return PIEZAS.filter(({ esta }) => !esta(indicador));
}

const leida = (fecha: string | null | undefined) => (vacio(fecha) ? "vacío" : mostrarFecha(fecha as string));

/** What is wrong with a period: two real days, the first not after the second. Null if nothing is. */
export function revisarPlazos(
  plazos: Plazos | null | undefined,
): { variante: "fechas" | "orden"; datos: Datos } | null {
  const { inicio, termino } = plazos ?? {};
  const reales = esFecha(inicio ?? "") && esFecha(termino ?? "");
  if (reales && (inicio as string) <= (termino as string)) return null;
  return { variante: reales ? "orden" : "fechas", datos: { inicio: leida(inicio), termino: leida(termino) } };
}
