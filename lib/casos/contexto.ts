import type { Actor, ActorPersona, InstitucionRef } from "@/lib/flujo/actor";

/** What every use case receives first: who, when, and the key of the intent if the form sent one. */
export type Contexto = {
  readonly actor: ActorPersona;
  /** The instant of the request: the true clock, or the demonstration's. */
  readonly ahora: Date;
  /** Idempotency key of the intent (see `unaVez`). */
  readonly clave?: string;
  /** Digest of what came with the key: the same key with something else is another intent. */
  readonly huellaEntrada?: string;
};

/** The context of what a person does with their own account: with any function, or with none. It reaches no institution. */
export type ContextoPropio = Pick<Contexto, "ahora" | "clave" | "huellaEntrada"> & {
  readonly actor: Actor & Pick<ActorPersona, "usuarioId" | "sesionId">;
};

/** The context of what happens inside one institution, always inside the actor's reach. `actor.alcance` is already narrowed to it. */
export type ContextoInstitucion = Contexto & { readonly institucion: InstitucionRef };
