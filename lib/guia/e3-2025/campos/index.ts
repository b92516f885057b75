import { CAMPOS_ACTA_INFORME, CAMPOS_ACTA_PLAN, CAMPOS_AJUSTE, CAMPOS_PRORROGA } from "./ajustes";
import { CAMPOS_DIFUSION } from "./difusion";
import {
  CAMPOS_DESEMPENO,
  CAMPOS_DIFICULTAD,
  CAMPOS_EJECUCION,
  CAMPOS_SATISFACCION,
  CAMPOS_SEGUIMIENTO,
} from "./informe";
import { CAMPOS_PLAN } from "./plan";
import type { Campo } from "./tipo";

export type { Campo, Quien } from "./tipo";

/** Every field of stage 3, in the order of the work. Identity, format and the content of adjustments are not fields. */
export const CAMPOS: readonly Campo[] = [
  ...CAMPOS_PLAN,
  ...CAMPOS_AJUSTE,
  ...CAMPOS_PRORROGA,
  ...CAMPOS_ACTA_PLAN,
  ...CAMPOS_EJECUCION,
  ...CAMPOS_DESEMPENO,
  ...CAMPOS_SATISFACCION,
  ...CAMPOS_DIFICULTAD,
  ...CAMPOS_SEGUIMIENTO,
  ...CAMPOS_ACTA_INFORME,
  ...CAMPOS_DIFUSION,
];

const POR_ID = new Map(CAMPOS.map((campo) => [campo.id, campo]));

/** The field by its id, or undefined. */
export function campoPorId(id: string): Campo | undefined {
  return POR_ID.get(id);
}

/** The field at a place of an expediente (JSON Pointer), or undefined: positions of lists do not matter. */
export function campoDeRuta(ruta: string): Campo | undefined {
  return POR_ID.get(ruta.slice(1).replaceAll(/\/\d+(?=\/|$)/g, "/*"));
}

/** What heads the column of a field in a document. Takes its id; throws for one that the registry does not have. */
export function columnaDe(id: string): string {
  const campo = POR_ID.get(id);
  if (!campo) throw new Error(`El registro de la guía no tiene el campo ${id}.`);
  return campo.columna;
}
