import type { Nivel } from "./carga";

/** What every part of a process must know of it, however it was bundled. */
type Proceso = { deteniendo: boolean; leerNivel: () => Nivel };

const CLAVE = Symbol.for("cseu.proceso");
type Lugar = { [CLAVE]?: Proceso };

/** The state of this process; whoever starts it fills it in. */
export function proceso(): Proceso {
  const lugar = globalThis as Lugar;
  lugar[CLAVE] ??= { deteniendo: false, leerNivel: () => 0 };
  return lugar[CLAVE];
}
