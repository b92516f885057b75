import { REGLAS_ACTA } from "./actas";
import { REGLAS_AJUSTE } from "./ajustes";
import { REGLAS_DIFUSION } from "./difusion";
import { REGLAS_INDICADORES } from "./indicadores";
import { REGLAS_CIERRE, REGLAS_EJECUCION } from "./informe";
import { REGLAS_PLAN } from "./plan";
import type { Regla } from "./tipo";

export type { Nivel, Regla, SeccionTrabajo } from "./tipo";

const TABLA = [
  ...REGLAS_PLAN,
  ...REGLAS_AJUSTE,
  ...REGLAS_ACTA,
  ...REGLAS_EJECUCION,
  ...REGLAS_INDICADORES,
  ...REGLAS_CIERRE,
  ...REGLAS_DIFUSION,
] as const;

type Fila = (typeof TABLA)[number];
export type CodigoRegla = Fila["codigo"];
/** The message variants a rule has. */
export type Variante<C extends CodigoRegla> = keyof Extract<Fila, { codigo: C }>["mensajes"] & string;

/** The rule table of the edition, in the order a person reads it. */
export const REGLAS: readonly (Regla & { readonly codigo: CodigoRegla })[] = TABLA;

export const REGLA_POR_CODIGO = Object.fromEntries(REGLAS.map((regla) => [regla.codigo, regla])) as Readonly<
  Record<CodigoRegla, Regla>
>;
