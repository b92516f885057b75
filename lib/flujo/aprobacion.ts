import type { Accion } from "./permiso";

/**
 * The Committee's approval of the plan and of the report: one state machine for both. Its state is never stored:
 * it is read from the open or last version sent (`aprobacion`) and from the act in force (`acta`).
 */
export type EstadoMateria = "borrador" | "en_firma" | "objetada" | "aprobada";

export type Materia = "plan" | "informe";

export const NOMBRES_MATERIA = {
  plan: { nombre: "Plan de Mejoramiento 2025", conArticulo: "el Plan de Mejoramiento", mencion: "plan" },
  informe: {
    nombre: "Informe de implementación",
    conArticulo: "el informe de implementación",
    mencion: "informe",
  },
} as const satisfies Record<Materia, { nombre: string; conArticulo: string; mencion: string }>;

export type EventoAprobacion = "enviar" | "firmar" | "completar" | "objetar" | "modificar" | "registrarPapel";

type Transicion = {
  readonly desde: EstadoMateria;
  readonly evento: EventoAprobacion;
  readonly hacia: EstadoMateria;
  readonly accion: Accion;
};

/** Every transition that exists. Buttons and server read the same rows; what is not here is refused. */
export const TRANSICIONES: readonly Transicion[] = [
  { desde: "borrador", evento: "enviar", hacia: "en_firma", accion: "plan.enviarComite" },
  { desde: "objetada", evento: "enviar", hacia: "en_firma", accion: "plan.enviarComite" },
  { desde: "en_firma", evento: "firmar", hacia: "en_firma", accion: "comite.firmar" },
  { desde: "en_firma", evento: "completar", hacia: "aprobada", accion: "comite.firmar" },
  { desde: "en_firma", evento: "objetar", hacia: "objetada", accion: "comite.firmar" },
  { desde: "en_firma", evento: "modificar", hacia: "borrador", accion: "plan.enviarComite" },
  { desde: "aprobada", evento: "modificar", hacia: "borrador", accion: "plan.enviarComite" },
  { desde: "borrador", evento: "registrarPapel", hacia: "aprobada", accion: "acta.registrarPapel" },
  { desde: "objetada", evento: "registrarPapel", hacia: "aprobada", accion: "acta.registrarPapel" },
];

/** The state that an event leads to from a state; null when that event does not exist there. */
export function siguienteEstado(desde: EstadoMateria, evento: EventoAprobacion): EstadoMateria | null {
  return TRANSICIONES.find((t) => t.desde === desde && t.evento === evento)?.hacia ?? null;
}

/**
 * Reads the state of a matter.
 * @param ultima the last version sent to the Committee, if any.
 * @param hayActa whether an act is in force (not annulled).
 */
export function estadoDeMateria(
  ultima: { readonly estado: "en_firma" | "objetada" | "anulada" | "aprobada" } | null,
  hayActa: boolean,
): EstadoMateria {
  if (hayActa) return "aprobada";
  if (ultima?.estado === "en_firma" || ultima?.estado === "objetada") return ultima.estado;
  return "borrador";
}

/** Rule of approval, as configured for the institution. */
export type ReglaAprobacion = {
  readonly quorum: "mayoria" | "unanimidad";
  readonly exigePresidencia: boolean;
};

/** Signatures needed from a Committee of so many members: an absolute majority, or all. */
export function firmasNecesarias(regla: ReglaAprobacion, integrantes: number): number {
  return regla.quorum === "unanimidad" ? integrantes : Math.floor(integrantes / 2) + 1;
}

/**
 * Whether the signatures given complete the approval.
 * @param necesarias number of approving signatures fixed when the version was sent.
 */
export function estaCompleta(
  firmas: readonly { readonly decision: "aprueba" | "objeta"; readonly preside: boolean }[],
  necesarias: number,
  exigePresidencia: boolean,
): boolean {
  const favorables = firmas.filter((firma) => firma.decision === "aprueba");
  return favorables.length >= necesarias && (!exigePresidencia || favorables.some((firma) => firma.preside));
}
