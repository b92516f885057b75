import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import type { Expediente } from "@/lib/expediente/formato";
import { destinoDeFalta } from "@/lib/flujo/destino";
import { esperadoDe } from "../esperado";
import type { FaltaCelda, SitioCelda } from "../falla";

/**
 * Judges the report as the workbook leaves it and brings each fault to its cell: the address of the field where it
 * is mended on the screen is that of the cell it was read from. What has no cell in the workbook is left out.
 * @param quitadas positions, from 1, of the dificultades that the workbook takes away: the rest moved up in the report.
 */
export function reglasPorCelda(
  expediente: Expediente,
  sitios: ReadonlyMap<string, SitioCelda>,
  quitadas: readonly number[],
): FaltaCelda[] {
  const { faltas } = evaluar(expediente, ejercicioDe(expediente.ejercicio));
  return faltas.flatMap((falta): FaltaCelda[] => {
    if (!falta.ruta.startsWith("/informe/") || falta.regla === "FORMATO") return [];
    const { id, campo } = destinoDeFalta(falta, expediente);
    const dificultad = /^dificultad-(\d+)$/.exec(id ?? "")?.[1];
    const sitio = sitios.get(
      dificultad ? `dificultad/${enElLibro(Number(dificultad), quitadas)}/${campo ?? SIN_CAMPO}` : (id ?? ""),
    );
    if (!sitio) return [];
    const { regla, nivel, mensaje } = falta;
    return [{ ...sitio, esperado: esperadoDe(regla), mensaje, nivel, regla }];
  });
}

/** The rule of a whole dificultad asks for a factor: it is mended in the first of them. */
const SIN_CAMPO = "factoresInternos";

/** Position in the workbook of what is in that one of the report, once those were taken away. */
function enElLibro(posicion: number, quitadas: readonly number[]): number {
  return quitadas.reduce((suya, quitada) => (quitada <= suya ? suya + 1 : suya), posicion);
}
