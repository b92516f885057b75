import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import { z } from "zod";
import { type FilaSesion, leerSesionVigente, type Sombrero } from "@/lib/datos/repositorio/sesion";
import type { ActorPersona, Alcance, InstitucionRef } from "@/lib/flujo/actor";
import { configuracionSesion } from "./configuracion";
import { olvidarSesion, recordarSesion } from "./conocida";
import { ahoraReal, esDemo } from "./reloj";

export type { Sombrero } from "@/lib/datos/repositorio/sesion";

/** A session in course: the person, their hats and the one they wear. */
export type Sesion = {
  readonly id: string;
  readonly usuario: { readonly id: string; readonly nombre: string; readonly correo: string };
  /** Null when the person has no function now, or the one they wore ended. */
  readonly actor: ActorPersona | null;
  /** The institution of the hat. */
  readonly institucion: InstitucionRef | null;
  readonly sombreros: readonly Sombrero[];
  /** "clave" or the id of an OIDC provider. */
  readonly metodo: string;
  /** The true instants at which it ends by itself. */
  readonly expiraEn: Date;
  readonly inactivaEn: Date;
  /** Offset of the demonstration's clock, in milliseconds; zero outside one. */
  readonly desfaseMs: number;
};

/** Name of the session's cookie: only this host and only over https, whenever the platform is served so. */
export function nombreCookie(segura: boolean): string {
  return segura ? "__Host-cseu-sesion" : "cseu-sesion";
}

/** Attributes of every cookie of identity. */
export function atributosCookie(segura: boolean) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: segura } as const;
}

/** Seals the id of a session into the token of its cookie (next-auth's own, encrypted). */
export function sellarSesion(sesionId: string): Promise<string> {
  const { secreto, maximaMinutos } = configuracionSesion();
  return encode({ token: { sid: sesionId }, secret: secreto, maxAge: maximaMinutos * 60 });
}

/** Tokens remembered once opened: deriving the key of each costs more than asking the database for its session. */
const MAXIMO_ABIERTOS = 5000;
type Abierto = { readonly id: string; readonly secreto: string; readonly hastaMs: number };
const abiertos = new Map<string, Abierto>();

/**
 * Reads the id of a session out of a token; null when it was not sealed by us or is too old. What opened once names the
 * same id until it is too old: it proves nothing more, because the row it names is checked each time.
 */
export async function abrirToken(token: string): Promise<string | null> {
  const { secreto } = configuracionSesion();
  const conocido = abiertos.get(token);
  if (conocido && conocido.secreto === secreto && ahoraReal().getTime() < conocido.hastaMs)
    return conocido.id;
  try {
    const leido = CONTENIDO.safeParse(await decode({ token, secret: secreto }));
    if (!leido.success) return null;
    const { sid, exp } = leido.data;
    if (abiertos.size >= MAXIMO_ABIERTOS) abiertos.delete(abiertos.keys().next().value ?? "");
    abiertos.set(token, { id: sid, secreto, hastaMs: exp * 1000 });
    return sid;
  } catch {
    abiertos.delete(token);
    return null;
  }
}

const CONTENIDO = z.object({ sid: z.uuid(), exp: z.number() });

/**
 * The session of the request in course, or null. The one place where the platform learns who is asking: the token
 * only names a row, and the row is checked each time, so that closing a session closes it everywhere at once.
 * Within the drawing of one page it asks the database once.
 */
export const obtenerSesion = cache(async (): Promise<Sesion | null> => {
  // Read first: it makes the page dynamic before the settings, which a build does not have, are asked for.
  const galletas = await cookies();
  const { segura } = configuracionSesion();
  const token = galletas.get(nombreCookie(segura))?.value;
  return token ? leerSesion(token) : null;
});

/** The session of the request in course, without counting it as activity: for the clock that warns of its end. */
export async function mirarSesion(): Promise<Sesion | null> {
  const { segura } = configuracionSesion();
  const token = (await cookies()).get(nombreCookie(segura))?.value;
  return token ? leerSesion(token, false) : null;
}

/** The session of a token, checked against its row. `tocar`: whether asking counts as being there. */
export async function leerSesion(token: string, tocar = true): Promise<Sesion | null> {
  const id = await abrirToken(token);
  if (!id) return null;
  const { inactivaMinutos } = configuracionSesion();
  const ahora = ahoraReal();
  const fila = await leerSesionVigente(id, ahora, inactivaMinutos, { esDemo: esDemo(), tocar });
  if (!fila) {
    olvidarSesion(token);
    return null;
  }
  const sesion = sesionDeFila(id, fila, inactivaMinutos);
  // Looking without touching is not being there: it must not put off the next note of activity.
  if (tocar) recordarSesion(token, sesion, fila.vistaEn);
  return sesion;
}

function sesionDeFila(id: string, fila: FilaSesion, inactivaMinutos: number): Sesion {
  const puesto = fila.sombreros.find((sombrero) => sombrero.id === fila.membresiaId);
  return {
    id,
    usuario: { id: fila.usuarioId, nombre: fila.nombre, correo: fila.correo },
    actor: puesto ? actorDe(id, fila, puesto) : null,
    institucion: puesto?.institucion ?? null,
    sombreros: fila.sombreros,
    metodo: fila.metodo,
    expiraEn: fila.expiraEn,
    inactivaEn: new Date(fila.vistaEn.getTime() + inactivaMinutos * 60_000),
    desfaseMs: fila.desfaseMs,
  };
}

function actorDe(sesionId: string, fila: FilaSesion, puesto: Sombrero): ActorPersona {
  return {
    usuarioId: fila.usuarioId,
    sesionId,
    alcance: alcanceDe(fila, puesto),
    nombre: fila.nombre,
    membresiaId: puesto.id,
    rol: puesto.rol,
    institucionId: puesto.institucion?.id ?? null,
    cargo: puesto.cargo,
    preside: puesto.preside,
    // On the clock of the use cases, so that "the last five minutes" mean the same in a demonstration.
    autenticadaEn: new Date(fila.autenticadaEn.getTime() + fila.desfaseMs),
  };
}

function alcanceDe(fila: FilaSesion, puesto: Sombrero): Alcance {
  switch (puesto.rol) {
    case "coordinacion":
    case "administrador":
      return "*";
    case "revisor":
      return fila.alcance;
    case "validador_externo":
      return fila.sombreros
        .filter((sombrero) => sombrero.rol === "validador_externo")
        .flatMap((sombrero) => sombrero.institucion?.id ?? []);
    default:
      return puesto.institucion ? [puesto.institucion.id] : [];
  }
}
