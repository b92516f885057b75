import type { FilaTablero } from "@/lib/datos/repositorio/tablero";
import { estaAtrasada, SECCIONES_TABLERO, type SeccionTablero } from "@/lib/flujo/tablero";

const LISTA: Readonly<Record<SeccionTablero, (fila: FilaTablero) => boolean>> = {
  plan: ({ planEn }) => planEn !== null,
  informe: ({ informeEn }) => informeEn !== null,
  difusion: ({ instancias }) => instancias > 0,
  envio: ({ enviadoEn }) => enviadoEn !== null,
  revision: ({ decididoEn }) => decididoEn !== null,
};
const SECCIONES = Object.keys(SECCIONES_TABLERO) as SeccionTablero[];

/** The sheet that counts the institutions of a list by one of their parts (ministry, group), by its name. */
export function hojaDeParte(
  titulo: string,
  filas: readonly FilaTablero[],
  parteDe: (fila: FilaTablero) => string,
  ahora: Date,
) {
  const partes = [...Map.groupBy(filas, parteDe)].toSorted(([a], [b]) => a.localeCompare(b, "es"));
  const contar = (suyas: readonly FilaTablero[], cumple: (fila: FilaTablero) => boolean) =>
    suyas.filter(cumple).length;
  return {
    nombre: `Por ${titulo.toLowerCase()}`,
    columnas: [
      { etiqueta: titulo, ancho: 44 },
      { etiqueta: "Instituciones", ancho: 14 },
      ...SECCIONES.map((seccion) => ({ etiqueta: SECCIONES_TABLERO[seccion], ancho: 18 })),
      { etiqueta: "Fuera de plazo", ancho: 14 },
    ],
    filas: partes.map(([parte, suyas]) => [
      parte,
      suyas.length,
      ...SECCIONES.map((seccion) => contar(suyas, LISTA[seccion])),
      contar(suyas, (fila) => estaAtrasada(fila, ahora)),
    ]),
  };
}
