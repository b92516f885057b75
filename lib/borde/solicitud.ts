import "server-only";
import { headers } from "next/headers";
import type { Contexto, ContextoInstitucion, ContextoPropio } from "@/lib/casos/contexto";
import { buscarInstitucion } from "@/lib/datos/repositorio/institucion";
import { leerDesfase } from "@/lib/datos/repositorio/reloj";
import { type ActorPersona, acotarActor, type InstitucionRef } from "@/lib/flujo/actor";
import { type Accion, puede } from "@/lib/flujo/permiso";
import { configuracionSesion } from "@/lib/sesion/configuracion";
import { ahoraCon, esDemo } from "@/lib/sesion/reloj";
import type { Sesion } from "@/lib/sesion/sesion";
import { anotarEnCurso } from "./enCurso";
import type { Intento } from "./entrada";
import { esMismoOrigen } from "./origen";

/** Whether the request in course comes from our own pages. */
export async function vieneDeCasa(): Promise<boolean> {
  return esMismoOrigen(await headers(), configuracionSesion().urlPublica);
}

/** The context of a use case, from a session that wears a hat. */
export function contextoDe(sesion: Sesion, actor: ActorPersona, intento: Intento = {}): Contexto {
  const ahora = ahoraCon(sesion.desfaseMs);
  anotarEnCurso({ usuario: actor.usuarioId, sesion: actor.sesionId });
  return { actor, ahora, ...intento };
}

/** The context of what a person does with their own account, from any session. */
export function contextoPropio(sesion: Sesion, intento: Intento = {}): ContextoPropio {
  const actor = { usuarioId: sesion.usuario.id, sesionId: sesion.id, alcance: [] };
  anotarEnCurso({ usuario: actor.usuarioId, sesion: actor.sesionId });
  return { actor, ahora: ahoraCon(sesion.desfaseMs), ...intento };
}

/**
 * The institution of a code when the actor may do the action in it, with the context narrowed to it.
 * Returns null for what does not exist and for what is out of reach alike.
 */
export async function contextoEnInstitucion(
  sesion: Sesion,
  actor: ActorPersona,
  permiso: Accion,
  codigo: string | undefined,
  intento: Intento = {},
): Promise<ContextoInstitucion | null> {
  if (codigo === undefined || !puede(actor, permiso)) return null;
  const institucion = await institucionAlAlcance(sesion, actor, codigo);
  if (!institucion || !puede(actor, permiso, institucion.id)) return null;
  anotarEnCurso({ institucion: institucion.codigo });
  return { ...contextoDe(sesion, acotarActor(actor, institucion.id), intento), institucion };
}

// The hat's own institution came with the session: only reviewers and the Red ask the database again.
async function institucionAlAlcance(
  sesion: Sesion,
  actor: ActorPersona,
  codigo: string,
): Promise<InstitucionRef | null> {
  if (sesion.institucion?.codigo === codigo) return sesion.institucion;
  return buscarInstitucion(actor, codigo);
}

/** Institutions that a page of no institution in particular may tell about: all within reach, when they are named. */
export function todasLasSuyas({ actor }: Contexto): readonly string[] {
  return actor.alcance === "*" ? [] : actor.alcance;
}

/** What a public page, action or route knows: the instant. Who is signed in does not matter to it. */
export type ContextoPublico = { readonly actor: null; readonly ahora: Date; readonly desfaseMs: number };

/** The context of a public request. */
export async function contextoPublico(): Promise<ContextoPublico> {
  const desfaseMs = esDemo() ? await leerDesfase() : 0;
  return { actor: null, ahora: ahoraCon(desfaseMs), desfaseMs };
}
