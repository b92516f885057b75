import type { Tono } from "./clases";

export type Aviso = {
  id: number;
  tono: Exclude<Tono, "neutro">;
  texto: string;
  accion?: { texto: string; alPulsar: () => void };
};

let cola: readonly Aviso[] = [];
let siguiente = 1;
const oyentes = new Set<() => void>();

function cambiar(nueva: readonly Aviso[]) {
  cola = nueva;
  for (const oyente of oyentes) oyente();
}

const sinAcciones = () => cola.filter((aviso) => !aviso.accion);

/**
 * Shows a notice from anywhere in the browser; returns its id. At most four at a time: the oldest leaves. Those with
 * something to press wait for the person, so there is one: the newest.
 */
export function avisar(aviso: Omit<Aviso, "id">): number {
  const id = siguiente++;
  cambiar([...(aviso.accion ? sinAcciones() : cola), { ...aviso, id }].slice(-4));
  return id;
}

/** What can be undone is of its page: it leaves with it. */
export const quitarAcciones = () => cambiar(sinAcciones());

export function quitarAviso(id: number): void {
  cambiar(cola.filter((aviso) => aviso.id !== id));
}

export function suscribirAvisos(oyente: () => void): () => void {
  oyentes.add(oyente);
  return () => oyentes.delete(oyente);
}

export function leerAvisos(): readonly Aviso[] {
  return cola;
}

const NINGUNO: readonly Aviso[] = [];

/** The server never has notices. */
export function leerAvisosServidor(): readonly Aviso[] {
  return NINGUNO;
}
