import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of the request being answered: who asks, never what they wrote. */
export type EnCurso = {
  /** Goes in the answer (`x-solicitud`) and in each line of the log about it. */
  readonly id: string;
  /** From a closed list: method and shape of the address, or the action. */
  readonly caso: string;
  usuario?: string;
  sesion?: string;
  /** Its code. */
  institucion?: string;
};

// Next loads this module once per bundle; the request in course is one.
const CLAVE = Symbol.for("cseu.en-curso");
type Lugar = { [CLAVE]?: AsyncLocalStorage<EnCurso> };

export function almacenEnCurso(): AsyncLocalStorage<EnCurso> {
  const lugar = globalThis as Lugar;
  lugar[CLAVE] ??= new AsyncLocalStorage<EnCurso>();
  return lugar[CLAVE];
}

/** The request being answered; undefined outside of any (a job, the start). */
export function enCurso(): EnCurso | undefined {
  return almacenEnCurso().getStore();
}

/** Adds who asks, once the door knows it. */
export function anotarEnCurso(quien: Partial<Pick<EnCurso, "usuario" | "sesion" | "institucion">>): void {
  const actual = enCurso();
  if (actual) Object.assign(actual, quien);
}
