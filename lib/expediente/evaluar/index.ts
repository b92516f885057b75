import type { Ejercicio } from "../ejercicio";
import { elementosDe } from "../elementos";
import type { Falta } from "../falta";
import type { Expediente, Plan } from "../formato";
import type { Huellas } from "../huella";
import { ordenar } from "../orden";
import { evaluarActaDelInforme, evaluarActaDelPlan } from "./actas";
import { evaluarAjustes } from "./ajustes";
import { type AvanceSeccion, calcularAvance } from "./avance";
import { crearContexto } from "./contexto";
import { type Cumplimiento, calcularCumplimiento } from "./cumplimiento";
import { evaluarCierre } from "./dificultades";
import { evaluarDifusion } from "./difusion";
import { evaluarEjecucion } from "./ejecucion";
import { evaluarIndicadores } from "./indicadores";
import { evaluarPertenencia, evaluarPlanOriginal } from "./plan";
import { Recolector } from "./recolector";

export type { AvanceSeccion } from "./avance";
export type { Cumplimiento, EstadoActividad, EstadoMeta } from "./cumplimiento";

export interface Evaluacion {
  /** Every fault, in the order of the format. Without errors, the expediente can be signed and sent. */
  readonly faltas: readonly Falta[];
  readonly avance: readonly AvanceSeccion[];
  readonly cumplimiento: Cumplimiento;
  /** The digests that can be computed. */
  readonly huellas: Huellas;
}

/**
 * Judges an expediente by every rule of the guide. Pure: the milestones come in `ejercicio`, the extension in the
 * expediente. Takes any well-formed draft (see `faltasFormato`) and never throws on one.
 */
export function evaluar(expediente: Expediente, ejercicio: Ejercicio): Evaluacion {
  const contexto = crearContexto(expediente, ejercicio);
  const cumplimiento = calcularCumplimiento(contexto);
  const f = new Recolector();
  evaluarPlanOriginal(expediente.planOriginal ?? null, contexto.aplicacion.elementos, "/planOriginal", f);
  evaluarPertenencia(expediente, f);
  evaluarAjustes(contexto, f);
  evaluarActaDelPlan(contexto, f);
  evaluarEjecucion(contexto, f);
  evaluarIndicadores(contexto, "DES", f);
  evaluarIndicadores(contexto, "SAT", f);
  evaluarCierre(contexto, cumplimiento, f);
  evaluarActaDelInforme(contexto, f);
  evaluarDifusion(contexto, f);
  const faltas = ordenar(f.faltas, "expediente");
  return { faltas, avance: calcularAvance(faltas, contexto), cumplimiento, huellas: contexto.huellas };
}

/** Judges a plan by itself (rules PLAN); paths are inside the plan. */
export function evaluarPlan(plan: Plan): Falta[] {
  const f = new Recolector();
  evaluarPlanOriginal(plan, elementosDe(plan), "", f);
  return ordenar(f.faltas, "plan");
}
