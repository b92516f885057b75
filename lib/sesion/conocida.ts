import type { Sesion } from "./sesion";

/** Milliseconds between two notes of activity in the row of a session (see `sesion_vigente`). */
const ACTIVIDAD_MS = 60_000;
const MAXIMAS = 5000;

type Conocida = { readonly sesion: Sesion; readonly leidaEn: number };

// Next loads this module once per bundle; what a process has read is one.
const CLAVE = Symbol.for("cseu.sesiones-conocidas");
type Lugar = { [CLAVE]?: Map<string, Conocida> };

function conocidas(): Map<string, Conocida> {
  const lugar = globalThis as Lugar;
  lugar[CLAVE] ??= new Map();
  return lugar[CLAVE];
}

/** Remembers what the database said of a token's session. Takes the true instant at which it was asked. */
export function recordarSesion(token: string, sesion: Sesion, leidaEn: Date): void {
  const mapa = conocidas();
  mapa.delete(token);
  mapa.set(token, { sesion, leidaEn: leidaEn.getTime() });
  if (mapa.size > MAXIMAS) mapa.delete(mapa.keys().next().value ?? "");
}

/** Forgets a token, when what was remembered of it no longer holds. */
export function olvidarSesion(token: string): void {
  conocidas().delete(token);
}

/**
 * What this process last read of a token's session, less than a minute ago; null otherwise. It proves nothing: whoever
 * uses it must have the database check the session in the very transaction that acts on its behalf.
 */
export function sesionConocida(token: string, ahora: Date): Sesion | null {
  const conocida = conocidas().get(token);
  if (!conocida || ahora.getTime() - conocida.leidaEn >= ACTIVIDAD_MS || ahora >= conocida.sesion.expiraEn)
    return null;
  return conocida.sesion;
}
