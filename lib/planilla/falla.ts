/**
 * An expected failure of a whole file, as a value: a stable code and a message that names the remedy.
 * Same shape as the results of lib/flujo, which stands above this folder.
 */
export type Falla = { readonly codigo: string; readonly mensaje: string };

export type Leido<T> =
  | { readonly ok: true; readonly valor: T }
  | { readonly ok: false; readonly falla: Falla };

export function leido<T>(valor: T): Leido<T> {
  return { ok: true, valor };
}

export function noLeido(codigo: string, mensaje: string): { ok: false; falla: Falla } {
  return { ok: false, falla: { codigo, mensaje } };
}

/** Carries a failure out of the streaming readers; it never leaves this folder. */
export class Rechazo extends Error {
  readonly falla: Falla;

  constructor(codigo: string, mensaje: string) {
    super(mensaje);
    this.falla = { codigo, mensaje };
  }
}

/** Runs a reader and turns its refusal into a value; anything else is a bug and keeps flying. */
export async function capturar<T>(lectura: () => Promise<T>): Promise<Leido<T>> {
  try {
    return leido(await lectura());
  } catch (error) {
    if (error instanceof Rechazo) return { ok: false, falla: error.falla };
    throw error;
  }
}

/** A cell as the person sees it. `celda` is an A1 address; "" when it is the whole sheet. */
export interface SitioCelda {
  hoja: string;
  celda: string;
  /** What the cell holds, as a person would read it. */
  encontrado: string;
}

/** One fault of a workbook, where the person can see it. */
export interface FaltaCelda extends SitioCelda {
  esperado: string;
  mensaje: string;
  nivel: "error" | "aviso";
  /** Code of the guide's rule, when it is one of them. */
  regla?: string;
}
