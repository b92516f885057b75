/** Institutions an actor reaches: their ids, or "*" for the coordination, administrators and the system itself. */
export type Alcance = readonly string[] | "*";

/**
 * Who acts, as the rows see it: row-level security reads the reach, the bitácora writes down person and
 * session. Identity builds it from the session at each request; nothing else invents one but `SISTEMA`.
 */
export type Actor = {
  /** Id of the person; null when the system acts by itself (a job, a migration, the seed). */
  readonly usuarioId: string | null;
  /** Id of the row in `sesion` the request came with; null outside a request. */
  readonly sesionId: string | null;
  readonly alcance: Alcance;
};

/** The platform acting by itself: jobs, seeds, and the steps of sign-in before anyone is known. */
export const SISTEMA: Actor = { usuarioId: null, sesionId: null, alcance: "*" };

/**
 * The same person with a reach narrowed to one institution, for a use case that works on that one alone.
 * @returns the narrowed actor; its reach is empty when the institution was outside the original one.
 */
export function acotarActor<A extends Actor>(actor: A, institucionId: string): A {
  const alcanza = actor.alcance === "*" || actor.alcance.includes(institucionId);
  return { ...actor, alcance: alcanza ? [institucionId] : [] };
}
