import { evaluarPlan } from "@/lib/expediente/evaluar";
import type { Falta } from "@/lib/expediente/falta";
import { faltaFormato, faltasFormato, raizDe } from "@/lib/expediente/faltasFormato";
import type { Plan } from "@/lib/expediente/formato";
import { leerJsonDeBytes } from "@/lib/expediente/lectura";
import { type FaltaCelda, type Leido, leido } from "../falla";
import { leerLibro } from "../libro/leer";
import { leerPlantillaPlan, type PlanesLeidos } from "./leer";

/** In JSON there are no sheets: the place of a fault is its JSON Pointer. */
function faltaJson({ ruta, mensaje, nivel, regla }: Falta): FaltaCelda {
  return { hoja: "", celda: ruta, encontrado: "", esperado: "", mensaje, nivel, regla };
}

/**
 * Reads the plan of a file that somebody loads: JSON `plan-cseu/v1` or the Excel template, told by its content.
 * @param nombre name of the file, only to tell JSON that is not readable from a workbook that is not one.
 * @returns plans with all their faults (in JSON `hoja` is "" and `celda` a JSON Pointer), or why the file cannot be read.
 */
export async function leerPlanDeArchivo(nombre: string, bytes: Uint8Array): Promise<Leido<PlanesLeidos>> {
  const inicio = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (/^[{[]/.test(inicio) || /\.json$/i.test(nombre)) return leido(leerPlanJson(bytes));
  const libro = await leerLibro(bytes);
  return libro.ok ? leido(leerPlantillaPlan(libro.valor)) : libro;
}

function leerPlanJson(bytes: Uint8Array): PlanesLeidos {
  const lectura = leerJsonDeBytes(bytes);
  if (!lectura.legible) return { planes: [], faltas: [faltaJson(faltaFormato("", lectura.mensaje))] };
  if (raizDe(lectura.valor) !== "plan") {
    const mensaje = "El archivo no es un plan: su «formato» debe ser «plan-cseu/v1».";
    return { planes: [], faltas: [faltaJson(faltaFormato("/formato", mensaje))] };
  }
  const faltas = faltasFormato(lectura.valor, lectura.faltas);
  if (faltas.length > 0) return { planes: [], faltas: faltas.map(faltaJson) };
  const plan = lectura.valor as Plan;
  const lugares = {
    codigo: { hoja: "", celda: "/institucion/codigo" },
    ejercicio: { hoja: "", celda: "/ejercicio" },
  };
  return { planes: [{ plan, faltas: evaluarPlan(plan).map(faltaJson), lugares }], faltas: [] };
}
