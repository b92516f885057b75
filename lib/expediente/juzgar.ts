import { ejercicioDe } from "./ejercicio";
import { evaluar, evaluarPlan } from "./evaluar";
import type { Falta } from "./falta";
import { faltaFormato, faltasFormato, raizDe } from "./faltasFormato";
import type { Expediente, Plan } from "./formato";
import { type Huellas, huellaPlan } from "./huella";
import { type Lectura, leerJsonDeBytes } from "./lectura";

/** The judgement of a file: what `validar` tells of it. */
export interface Juicio extends Huellas {
  /** No fault of level error. */
  readonly valido: boolean;
  readonly faltas: readonly Falta[];
  /** The value read, when it meets the format. */
  readonly expediente?: Expediente;
  readonly plan?: Plan;
}

/** A file that cannot be read, with its reason in Spanish. */
export function ilegible(mensaje: string): Juicio {
  return { valido: false, faltas: [faltaFormato("", mensaje)] };
}

const sinErrores = (faltas: readonly Falta[]) => faltas.every(({ nivel }) => nivel !== "error");

/** Judges what was read from a file: an expediente or a plan, by the milestones of its own year. */
export function juzgarLectura(lectura: Lectura): Juicio {
  if (!lectura.legible) return ilegible(lectura.mensaje);
  const { valor } = lectura;
  const deFormato = faltasFormato(valor, lectura.faltas);
  if (deFormato.length > 0) return { valido: false, faltas: deFormato };
  if (raizDe(valor) === "plan") {
    const plan = valor as Plan;
    const faltas = evaluarPlan(plan);
    return { valido: sinErrores(faltas), faltas, huellaPlan: huellaPlan(plan), plan };
  }
  const expediente = valor as Expediente;
  const { faltas, huellas } = evaluar(expediente, ejercicioDe(expediente.ejercicio));
  return { valido: sinErrores(faltas), faltas, ...huellas, expediente };
}

/** Judges the bytes of a file. */
export function juzgar(bytes: Uint8Array): Juicio {
  return juzgarLectura(leerJsonDeBytes(bytes));
}
