import type { Rol } from "./permiso";

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
  /** The hat of a person; absent when the system acts, and before it is known. */
  readonly rol?: Rol;
};

/**
 * A person with a session, wearing one hat (one row of `membresia`). Every use case receives this one.
 * Reach by hat: one institution for its own roles; the institutions of his or her current groups for a
 * reviewer; those assigned for an external validator; "*" for the coordination and administrators.
 */
export type ActorPersona = Actor & {
  readonly usuarioId: string;
  readonly sesionId: string;
  readonly nombre: string;
  readonly membresiaId: string;
  readonly rol: Rol;
  /** The institution of the hat; null for roles of the Red de Expertos. */
  readonly institucionId: string | null;
  readonly cargo: string | null;
  /** Presides the Committee of `institucionId`. */
  readonly preside: boolean;
  /** Last proof of identity, on the same clock as the `ahora` of the use case. */
  readonly autenticadaEn: Date;
};

/** An institution as screens and use cases name it. */
export type InstitucionRef = { readonly id: string; readonly codigo: string; readonly nombre: string };

/** The platform acting by itself: jobs, seeds, and the steps of sign-in before anyone is known. */
export const SISTEMA: Actor = { usuarioId: null, sesionId: null, alcance: "*" };

/** Whether an actor reaches an institution. Takes the institution's id. */
export function alcanza(actor: Pick<Actor, "alcance">, institucionId: string): boolean {
  return actor.alcance === "*" || actor.alcance.includes(institucionId);
}

/**
 * The same person with a reach narrowed to one institution, for a use case that works on that one alone.
 * @returns the narrowed actor; its reach is empty when the institution was outside the original one.
 */
export function acotarActor<A extends Actor>(actor: A, institucionId: string): A {
  return { ...actor, alcance: alcanza(actor, institucionId) ? [institucionId] : [] };
}

/** Minutes that a proof of identity is good for signing. */
export const MINUTOS_FIRMA = 5;

/**
 * Whether the person proved who they are recently enough to sign.
 * Takes the actor and the instant of the use case. Returns false when the proof is older than `MINUTOS_FIRMA`.
 */
export function autenticadaHacePoco(actor: Pick<ActorPersona, "autenticadaEn">, ahora: Date): boolean {
  return ahora.getTime() - actor.autenticadaEn.getTime() <= MINUTOS_FIRMA * 60_000;
}
