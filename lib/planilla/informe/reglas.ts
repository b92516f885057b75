import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import type { Expediente } from "@/lib/expediente/formato";
import { destinoDeFalta } from "@/lib/flujo/destino";
import { REGLA_POR_CODIGO } from "@/lib/guia/e3-2025/reglas";
import type { FaltaCelda } from "../falla";

/**
 * Judges the report as the workbook leaves it and brings each fault to its cell: the address of the field where it
 * is mended on the screen is that of the cell it was read from. What has no cell in the workbook is left out.
 */
export function reglasPorCelda(
  expediente: Expediente,
  sitios: ReadonlyMap<string, { hoja: string; celda: string }>,
): FaltaCelda[] {
  const { faltas } = evaluar(expediente, ejercicioDe(expediente.ejercicio));
  return faltas.flatMap((falta): FaltaCelda[] => {
    if (!falta.ruta.startsWith("/informe/") || falta.regla === "FORMATO") return [];
    const lugar = destinoDeFalta(falta, expediente).id ?? "";
    const dificultad = /^dificultad-(\d+)$/.exec(lugar)?.[1];
    const sitio = sitios.get(dificultad ? `dificultad/${dificultad}/descripcion` : lugar);
    if (!sitio) return [];
    const { regla, nivel, mensaje } = falta;
    const esperado = REGLA_POR_CODIGO[regla].exigencia;
    return [{ ...sitio, encontrado: "", esperado, mensaje, nivel, regla }];
  });
}
