/**
 * An expected failure: a value, not an exception. `codigo` is stable (tests and screens rely on it), `mensaje`
 * is Chilean Spanish for the person and says the remedy, `campos` names the fields of the form that are at fault.
 */
export type Falla = {
  readonly codigo: string;
  readonly mensaje: string;
  readonly campos?: Readonly<Record<string, string>>;
};

/** What a use case returns: the value, or why not. */
export type Resultado<T> =
  | { readonly ok: true; readonly valor: T }
  | { readonly ok: false; readonly falla: Falla };

/** A success. */
export function exito<T>(valor: T): Resultado<T> {
  return { ok: true, valor };
}

/** An expected failure. Takes a stable code, the message for the person and, if any, the fields at fault. */
export function fallar(
  codigo: string,
  mensaje: string,
  campos?: Falla["campos"],
): { ok: false; falla: Falla } {
  return { ok: false, falla: campos ? { codigo, mensaje, campos } : { codigo, mensaje } };
}

/** The one failure for what does not exist and for what is not yours: nobody can tell one from the other. */
export const NO_ENCONTRADO: { ok: false; falla: Falla } = fallar(
  "no_encontrado",
  "No encontramos lo que busca.",
);

/** What is said above a form with fields to mend. */
export const REVISE = "Revise los datos marcados y vuelva a intentarlo.";
