import type { Accion } from "./permiso";

/**
 * The life of an observation: what each side may do with it. Nothing is closed by one side alone: the institution
 * answers and attends, the reviewer insists or resolves.
 */
export type EstadoObservacion = "abierta" | "atendida" | "resuelta";

export type GestoObservacion = "observa" | "responde" | "atiende" | "insiste" | "resuelve";

type Gesto = {
  readonly nombre: string;
  /** Whose it is. */
  readonly de: "institucion" | "red";
  readonly accion: Accion;
  /** From which states it can be done, and the one it leads to. */
  readonly hacia: Readonly<Partial<Record<EstadoObservacion, EstadoObservacion>>>;
  /** Whether it says something in words, always. */
  readonly conTexto: boolean;
};

/** Every gesture that exists. `observa` begins the thread and is of no state before it. */
export const GESTOS: Readonly<Record<GestoObservacion, Gesto>> = {
  observa: { nombre: "Observó", de: "red", accion: "revision.observar", hacia: {}, conTexto: true },
  responde: {
    nombre: "Respondió",
    de: "institucion",
    accion: "observacion.responder",
    hacia: { abierta: "abierta", atendida: "atendida" },
    conTexto: true,
  },
  atiende: {
    nombre: "Marcó como atendida",
    de: "institucion",
    accion: "observacion.responder",
    hacia: { abierta: "atendida" },
    conTexto: false,
  },
  insiste: {
    nombre: "Insistió",
    de: "red",
    accion: "revision.observar",
    hacia: { abierta: "abierta", atendida: "abierta" },
    conTexto: true,
  },
  resuelve: {
    nombre: "Resolvió",
    de: "red",
    accion: "revision.observar",
    hacia: { abierta: "resuelta", atendida: "resuelta" },
    conTexto: false,
  },
};

/** The state that a gesture leads to; null when it cannot be made on an observation in that state. */
export function siguienteDeObservacion(
  estado: EstadoObservacion,
  gesto: GestoObservacion,
): EstadoObservacion | null {
  return GESTOS[gesto].hacia[estado] ?? null;
}

/** Each state as people read it. */
export const ESTADOS_OBSERVACION = {
  abierta: { nombre: "Abierta", tono: "advertencia" },
  atendida: { nombre: "Atendida por la institución", tono: "info" },
  resuelta: { nombre: "Resuelta", tono: "exito" },
} as const satisfies Record<EstadoObservacion, { readonly nombre: string; readonly tono: string }>;

/**
 * Whether the institution still owes something: open, and the last word is the Red's. What was answered or attended
 * waits for the reviewer.
 */
export function esperaRespuesta(estado: EstadoObservacion, gestos: readonly GestoObservacion[]): boolean {
  const ultimo = gestos.at(-1);
  return estado === "abierta" && (ultimo === undefined || GESTOS[ultimo].de === "red");
}
