/** Upper bounds of the buckets of durations, in seconds. The goals of the night (300 ms, 1 s) are among them. */
export const TRAMOS = [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10] as const;

export type Duracion = { readonly cubetas: number[]; suma: number; cuenta: number };

/** What one process has counted since it started. */
export type Medidor = {
  /** Requests by use case and class of status (`2xx`…). */
  readonly solicitudes: Map<string, Map<string, number>>;
  readonly duraciones: Map<string, Duracion>;
  /** Given up for overload, by kind. */
  readonly rechazadas: Map<string, number>;
  enVuelo: number;
};

// Next loads modules once per bundle: the counts of a process are one.
const CLAVE = Symbol.for("cseu.medidor");
type ConMedidor = { [CLAVE]?: Medidor };

/** The counts of this process. */
export function medidor(): Medidor {
  const lugar = globalThis as ConMedidor;
  lugar[CLAVE] ??= { solicitudes: new Map(), duraciones: new Map(), rechazadas: new Map(), enVuelo: 0 };
  return lugar[CLAVE];
}

/** Counts a request that ended. `caso` comes from a closed list, never from what somebody typed; `ms`, its duration. */
export function contarSolicitud(caso: string, status: number, ms: number): void {
  const { solicitudes, duraciones } = medidor();
  const porEstado = solicitudes.get(caso) ?? new Map<string, number>();
  solicitudes.set(caso, porEstado);
  const clase = `${Math.floor(status / 100)}xx`;
  porEstado.set(clase, (porEstado.get(clase) ?? 0) + 1);
  const duracion = duraciones.get(caso) ?? { cubetas: TRAMOS.map(() => 0), suma: 0, cuenta: 0 };
  duraciones.set(caso, duracion);
  const segundos = ms / 1000;
  const cubeta = TRAMOS.findIndex((limite) => segundos <= limite);
  if (cubeta >= 0) duracion.cubetas[cubeta] = (duracion.cubetas[cubeta] ?? 0) + 1;
  duracion.suma += segundos;
  duracion.cuenta++;
}

/** Counts a request given up for overload. */
export function contarRechazo(clase: "lectura" | "guardado"): void {
  const { rechazadas } = medidor();
  rechazadas.set(clase, (rechazadas.get(clase) ?? 0) + 1);
}
