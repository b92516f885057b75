import { CITAS, type Cita, type IdCita } from "../citas";

export type Nivel = "error" | "aviso";

/** Sections of the work, as task lists and dashboards show them; every rule is seen in one. */
export type SeccionTrabajo =
  | "plan"
  | "ajustes"
  | "aprobacionPlan"
  | "ejecucion"
  | "desempeno"
  | "satisfaccion"
  | "dificultades"
  | "seguimiento"
  | "aprobacionInforme"
  | "difusion";

export interface Regla {
  readonly codigo: string;
  readonly nivel: Nivel;
  /** What the rule demands, in one line. */
  readonly exigencia: string;
  /** Literal sentence of the guide the rule comes from. */
  readonly cita: Cita;
  /** Place of the expediente its faults point to. */
  readonly ruta: string;
  readonly seccion: SeccionTrabajo;
  /** Message templates by variant; `{dato}` is replaced by what the evaluator found. */
  readonly mensajes: Readonly<Record<string, string>>;
}

/** Builds the rules of one family; `mensajes` may be one text when the rule has a single way of failing. */
export function familia(seccion: SeccionTrabajo) {
  return <const C extends string, const M extends string | Readonly<Record<string, string>>>(
    codigo: C,
    nivel: Nivel,
    exigencia: string,
    ruta: string,
    cita: IdCita,
    mensajes: M,
  ) => ({
    codigo,
    nivel,
    exigencia,
    cita: CITAS[cita] as Cita,
    ruta,
    seccion,
    mensajes: (typeof mensajes === "string" ? { falta: mensajes } : mensajes) as M extends string
      ? { readonly falta: M }
      : M,
  });
}
