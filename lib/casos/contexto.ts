import type { ActorPersona } from "@/lib/flujo/actor";

/** An institution as the boundary resolved it: inside the actor's reach, always. */
export type InstitucionRef = { readonly id: string; readonly codigo: string; readonly nombre: string };

/** What every use case receives first: who, when, and the key of the intent if the form sent one. */
export type Contexto = {
  readonly actor: ActorPersona;
  /** The instant of the request: the true clock, or the demonstration's. */
  readonly ahora: Date;
  /** Idempotency key of the intent (see `unaVez`). */
  readonly clave?: string;
};

/** The context of what happens inside one institution. `actor.alcance` is already narrowed to it. */
export type ContextoInstitucion = Contexto & { readonly institucion: InstitucionRef };
