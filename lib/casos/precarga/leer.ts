import type { Plan } from "@/lib/expediente/formato";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import { type FaltaPrecarga, TAMANO_MAXIMO_PLAN, TAMANO_MAXIMO_PLAN_TEXTO } from "@/lib/flujo/vistaPrecarga";
import { leerPlanDeArchivo } from "@/lib/planilla/plan/archivo";
import { planillaEnTaller } from "@/lib/planilla/taller/taller";
import { faltasDeTabla } from "./admitir";

export type ArchivoPlan = { readonly nombre: string; readonly bytes: Uint8Array };

/** What a file says: its plan, when it can be told whose it is, and every fault. */
export type PlanEnArchivo = {
  readonly plan: Plan | null;
  readonly faltas: readonly FaltaPrecarga[];
  /** Where the file names its institution and its year. */
  readonly lugares: Readonly<Record<"codigo" | "ejercicio", Pick<FaltaPrecarga, "hoja" | "celda">>>;
};

const SIN_LUGAR = { hoja: "", celda: "" };

/** A JSON of this size is read at once; a larger one, or a workbook, in a worker that can die alone. */
const JSON_LIGERO = 1024 * 1024;

const esJsonLigero = (bytes: Uint8Array): boolean =>
  bytes.length <= JSON_LIGERO && /^\s*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 64)));

/**
 * Reads a file of a plan, JSON or Excel.
 * @returns `archivo_vacio`, `demasiado_grande`, or why the workbook cannot be opened; what it says wrongly is not a
 *   failure but its `faltas`.
 */
export async function leerPlan({ nombre, bytes }: ArchivoPlan): Promise<Resultado<PlanEnArchivo>> {
  if (bytes.length === 0)
    return fallar(
      "archivo_vacio",
      "El archivo está vacío. Ábralo, compruebe su contenido y cárguelo de nuevo.",
    );
  if (bytes.length > TAMANO_MAXIMO_PLAN)
    return fallar(
      "demasiado_grande",
      `El archivo supera el máximo de ${TAMANO_MAXIMO_PLAN_TEXTO}. Deje en él solo las hojas del plan, sin imágenes.`,
    );
  const leido = esJsonLigero(bytes)
    ? await leerPlanDeArchivo(nombre, bytes)
    : await planillaEnTaller("leerPlanDeArchivo", [nombre, bytes]);
  if (!leido.ok) return leido;
  const { planes, faltas } = leido.valor;
  const [primero] = planes;
  if (!primero) return exito({ plan: null, faltas, lugares: { codigo: SIN_LUGAR, ejercicio: SIN_LUGAR } });
  const { plan, lugares } = primero;
  return exito({
    plan,
    faltas: [...primero.faltas, ...faltasDeTabla(plan, lugares.codigo.hoja)],
    lugares,
  });
}
