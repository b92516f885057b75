import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import type { Transaccion } from "@/lib/datos/transaccion";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import type { Falta } from "@/lib/expediente/falta";
import type { Expediente } from "@/lib/expediente/formato";
import { huellasDe } from "@/lib/expediente/huella";
import type { Materia } from "@/lib/flujo/aprobacion";

/** What the Committee would sign now: the expediente, its digest, and the errors that forbid to send it. */
export type Version = {
  readonly expediente: Expediente;
  /** Null while an adjustment that cannot be applied leaves the plan without one. */
  readonly huella: string | null;
  readonly errores: readonly Falta[];
  /** Whether the plan changes in anything: then the Committee declares coherence with the diagnosis (APL-05). */
  readonly cambia: boolean;
};

/** Rules that each matter must keep before the Committee signs it. The report also needs its plan approved. */
const EXIGE: Readonly<Record<Materia, readonly string[]>> = {
  plan: ["PLAN", "AJU"],
  informe: ["PLAN", "AJU", "APL", "EJE", "DES", "SAT", "DYH", "INF"],
};

type Del = { readonly id: string; readonly anio: number };

/** Reads what would be signed now of a matter. Null when the institution has no plan loaded. */
export async function leerVersion(
  tx: Transaccion,
  institucionId: string,
  ejercicio: Del,
  materia: Materia,
): Promise<Version | null> {
  return (await leerVersiones(tx, institucionId, ejercicio))?.(materia) ?? null;
}

/**
 * Reads once what would be signed now of either matter. Null when the institution has no plan loaded.
 * Not the acts themselves: a signature is on the plan or the report, and the act comes after it.
 */
export async function leerVersiones(
  tx: Transaccion,
  institucionId: string,
  ejercicio: Del,
): Promise<((materia: Materia) => Version) | null> {
  const leido = await leerExpediente(tx, institucionId, ejercicio.id);
  if (!leido) return null;
  const { expediente } = leido;
  const { faltas } = evaluar(expediente, ejercicioDe(ejercicio.anio));
  return (materia) => versionDe(expediente, faltas, materia);
}

function versionDe(expediente: Expediente, faltas: readonly Falta[], materia: Materia): Version {
  const errores = faltas.filter(
    ({ nivel, regla }) => nivel === "error" && EXIGE[materia].includes(regla.split("-")[0] ?? ""),
  );
  const huellas = huellasDe(aplicarAjustes(expediente), expediente.informe);
  return {
    expediente,
    huella: (materia === "plan" ? huellas.huellaPlan : huellas.huellaInforme) ?? null,
    errores,
    cambia: (expediente.ajustes ?? []).some(({ decision }) => decision !== "mantiene"),
  };
}

/** «Falta corregir 1 punto», in the words of every refusal and banner. */
export function contarFaltas(cuantas: number): string {
  return cuantas === 1 ? "Falta corregir 1 punto" : `Faltan por corregir ${cuantas} puntos`;
}
