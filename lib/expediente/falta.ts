import type { CodigoRegla, Nivel } from "@/lib/guia/e3-2025/reglas";

/** A rule not met in one place of the expediente. */
export interface Falta {
  readonly regla: CodigoRegla | "FORMATO";
  readonly nivel: Nivel;
  /** JSON Pointer (RFC 6901) into the expediente, or into the plan when the file is a plan. */
  readonly ruta: string;
  /** What is wrong, what was found and what to do, in Spanish for the person who fills it in. */
  readonly mensaje: string;
  /** Element of the plan (in EJE-04, the trámite) the fault is about, when the place is a list that lacks it. */
  readonly elemento?: string;
  readonly componente?: string;
}
