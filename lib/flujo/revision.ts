import type { Accion } from "./permiso";

/**
 * The life of a submission, from its arrival to its decision: one table for the institution, the pair of reviewers and
 * the server. A preliminary round ends in its feedback; the final one, in a decision.
 */
export type EstadoEnvio = "enviado" | "en_revision" | "observado" | "corregido" | "validado" | "no_validado";

export type EventoRevision = "abrir" | "devolver" | "corregir" | "validar" | "no_validar" | "reabrir";

type TransicionRevision = {
  readonly desde: EstadoEnvio;
  readonly evento: EventoRevision;
  readonly hacia: EstadoEnvio;
  readonly accion: Accion;
  /** Whether it exists in preliminary rounds too: they give feedback and decide nothing. */
  readonly preliminar: boolean;
};

/** Every transition that exists. Buttons and server read the same rows; what is not here is refused. */
export const TRANSICIONES_REVISION: readonly TransicionRevision[] = [
  { desde: "enviado", evento: "abrir", hacia: "en_revision", accion: "revision.observar", preliminar: true },
  {
    desde: "en_revision",
    evento: "devolver",
    hacia: "observado",
    accion: "revision.observar",
    preliminar: true,
  },
  { desde: "observado", evento: "corregir", hacia: "corregido", accion: "envio.enviar", preliminar: true },
  {
    desde: "en_revision",
    evento: "validar",
    hacia: "validado",
    accion: "revision.decidir",
    preliminar: false,
  },
  {
    desde: "en_revision",
    evento: "no_validar",
    hacia: "no_validado",
    accion: "revision.decidir",
    preliminar: false,
  },
  {
    desde: "validado",
    evento: "reabrir",
    hacia: "en_revision",
    accion: "revision.reabrir",
    preliminar: false,
  },
  {
    desde: "no_validado",
    evento: "reabrir",
    hacia: "en_revision",
    accion: "revision.reabrir",
    preliminar: false,
  },
];

/** The state that an event leads to from a state of a round; null when that event does not exist there. */
export function siguienteDeRevision(
  desde: EstadoEnvio,
  evento: EventoRevision,
  preliminar: boolean,
): EstadoEnvio | null {
  const fila = TRANSICIONES_REVISION.find((t) => t.desde === desde && t.evento === evento);
  return fila && (!preliminar || fila.preliminar) ? fila.hacia : null;
}

/** Each state as people read it, with what comes next and who acts. */
export const ESTADOS_ENVIO = {
  enviado: { nombre: "Enviado", sigue: "Espera que la dupla revisora la abra", actua: "Red de Expertos" },
  en_revision: { nombre: "En revisión", sigue: "La dupla revisora la revisa", actua: "Red de Expertos" },
  observado: {
    nombre: "Devuelto con observaciones",
    sigue: "Responder las observaciones y enviar una nueva versión",
    actua: "Contraparte",
  },
  corregido: { nombre: "Corregido en la versión siguiente", sigue: null, actua: null },
  validado: { nombre: "Cumple", sigue: null, actua: null },
  no_validado: { nombre: "No cumple", sigue: null, actua: null },
} as const satisfies Record<
  EstadoEnvio,
  { readonly nombre: string; readonly sigue: string | null; readonly actua: string | null }
>;

export type TurnoRevision = {
  readonly nombre: string;
  readonly sigue: string | null;
  readonly actua: string | null;
};

/** A turn as a sentence; one in which nobody acts is over. */
export function enUnaFrase({ nombre, sigue }: TurnoRevision): string {
  return sigue === null ? `Revisión terminada: ${nombre.toLowerCase()}.` : `${nombre}. ${sigue}.`;
}

/**
 * What comes next of a version and who acts. The return of a preliminary round asks for nothing: another version may be
 * sent while the round is open.
 * @param preliminar whether its round is open; null for the final one.
 */
export function turnoDeRevision(
  estado: EstadoEnvio,
  preliminar: { readonly abierta: boolean } | null,
): TurnoRevision {
  const final: TurnoRevision = ESTADOS_ENVIO[estado];
  if (!preliminar || estado !== "observado") return final;
  const { nombre, actua } = final;
  return preliminar.abierta
    ? { nombre, sigue: "La institución puede enviar otra versión a la ronda, si quiere", actua }
    : { nombre, sigue: null, actua: null };
}

/** States in which a version of the final round leaves the expediente read-only. */
export const ESTADOS_QUE_CIERRAN: readonly EstadoEnvio[] = [
  "enviado",
  "en_revision",
  "validado",
  "no_validado",
];
