import { FACTORES, SENTIDOS } from "@/lib/guia/e3-2025/valores";
import { esFecha, mostrarFecha } from "../fecha";
import type { Indicador, Plazos } from "../formato";
import { vacio } from "../texto";
import type { Datos } from "./recolector";

/** Checks that the original plan and the new content of an adjustment share (PLAN-05, PLAN-06, AJU-02). */

type Pieza = readonly [
  campo: keyof Indicador,
  nombre: string,
  remedio: string,
  esta: (i: Indicador) => boolean,
];

const PIEZAS: readonly Pieza[] = [
  ["nombre", "el nombre", "Escríbalo.", (i) => !vacio(i.nombre)],
  ["formula", "la fórmula", "Escríbala.", (i) => !vacio(i.formula)],
  [
    "factor",
    "el factor (1 o 100)",
    "Elija 1, o 100 si es un porcentaje.",
    (i) => (FACTORES as readonly unknown[]).includes(i.factor),
  ],
  [
    "sentido",
    "el sentido (ascendente o descendente)",
    "Elija uno de los dos.",
    (i) => Object.hasOwn(SENTIDOS, i.sentido ?? ""),
  ],
  ["meta", "la meta", "Escríbala como número.", (i) => typeof i.meta === "number"],
];

/** The fields that an indicator lacks, with how to call them. */
export function faltantesDe(indicador: Indicador): { campo: string; nombre: string; remedio: string }[] {
  return PIEZAS.filter(([, , , esta]) => !esta(indicador)).map(([campo, nombre, remedio]) => ({
    campo,
    nombre,
    remedio,
  }));
}

const leida = (fecha: string | null | undefined) => (vacio(fecha) ? "vacío" : mostrarFecha(fecha as string));

/** What is wrong with a period: two real days, the first not after the second. Null if nothing is. */
export function revisarPlazos(
  plazos: Plazos | null | undefined,
): { variante: "fechas" | "orden"; datos: Datos } | null {
  const { inicio, termino } = plazos ?? {};
  const datos = { inicio: leida(inicio), termino: leida(termino) };
  if (vacio(inicio) || vacio(termino) || !esFecha(inicio as string) || !esFecha(termino as string))
    return { variante: "fechas", datos };
  return (inicio as string) > (termino as string) ? { variante: "orden", datos } : null;
}
