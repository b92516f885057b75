import { type Actor, type Alcance, alcanza } from "./actor";

/** Every role of the platform, in the order screens list them, with its name as people read it. */
export const ROLES = {
  contraparte_titular: { nombre: "Contraparte titular", de: "institucion" },
  contraparte_suplente: { nombre: "Contraparte suplente", de: "institucion" },
  integrante_comite: { nombre: "Integrante del Comité", de: "institucion" },
  lector: { nombre: "Lector institucional", de: "institucion" },
  validador_externo: { nombre: "Validador externo", de: "institucion" },
  revisor: { nombre: "Revisor", de: "red" },
  coordinacion: { nombre: "Coordinación de la Red", de: "red" },
  administrador: { nombre: "Administrador", de: "red" },
} as const;

export type Rol = keyof typeof ROLES;

const TODOS = Object.keys(ROLES) as readonly Rol[];
/** An external validator reads what was submitted (`validacion.ver`) and the trail; drafts are the institution's and the Red's. */
const SIN_EXTERNOS = TODOS.filter((rol) => rol !== "validador_externo");
const LLENAN = ["contraparte_titular", "contraparte_suplente"] as const;
const RED = ["coordinacion", "administrador"] as const;

/**
 * The one table of permissions: action × roles. Screens and server read this same one.
 * The reach (which institutions) is the actor's; this says only what the hat may do inside it.
 */
export const PERMISOS = {
  "cuenta.propia": TODOS,
  // Whose account an address is, wherever they work; nobody else is told whether an address has one.
  "cuenta.ver": RED,
  "institucion.ver": TODOS,
  "institucion.administrar": RED,
  "persona.ver": TODOS,
  "persona.invitar": [...LLENAN, ...RED],
  "persona.retirar": ["contraparte_titular", ...RED],
  "persona.adjuntarDesignacion": [...LLENAN, ...RED],
  "red.administrar": RED,
  "usuario.administrar": ["administrador"],
  "plan.precargar": RED,
  "plan.ver": SIN_EXTERNOS,
  "plan.ajustar": LLENAN,
  "plan.enviarComite": LLENAN,
  "comite.firmar": ["integrante_comite"],
  "acta.registrarPapel": LLENAN,
  "prorroga.otorgar": RED,
  "prorroga.revocar": RED,
  "informe.ver": SIN_EXTERNOS,
  "informe.llenar": LLENAN,
  "difusion.ver": SIN_EXTERNOS,
  "difusion.llenar": LLENAN,
  // To upload ties the file to nothing: what it is for has its own permission.
  "archivo.subir": [...LLENAN, ...RED],
  "archivo.bajar": TODOS,
  "documento.descargar": TODOS,
  "envio.ver": SIN_EXTERNOS,
  "envio.enviar": LLENAN,
  "validacion.ver": ["validador_externo"],
  "revision.ver": ["revisor", "validador_externo", ...RED],
  "revision.asignar": ["revisor", ...RED],
  // Private notes, and who else has it open: the Red among itself.
  "revision.anotar": ["revisor", ...RED],
  "revision.observar": ["revisor"],
  "revision.decidir": ["revisor"],
  "revision.reabrir": RED,
  "plantilla.administrar": ["revisor", ...RED],
  "ronda.administrar": RED,
  "observacion.ver": SIN_EXTERNOS,
  "observacion.responder": LLENAN,
  // Where each one stands; the analysis quotes what drafts say.
  "tablero.ver": ["validador_externo", ...RED],
  "analisis.ver": ["revisor", ...RED],
  "grupo.administrar": RED,
  "ejercicio.administrar": RED,
  "bitacora.ver": [...LLENAN, "revisor", "validador_externo", ...RED],
  "correo.verBandeja": TODOS,
  "reloj.fijar": TODOS,
} as const satisfies Record<string, readonly Rol[]>;

export type Accion = keyof typeof PERMISOS;

/** Which roles each role may invite and retire: nobody hands out more than their own side of the table. */
export const ROLES_QUE_OTORGA = {
  contraparte_titular: ["contraparte_suplente", "integrante_comite", "lector"],
  contraparte_suplente: ["integrante_comite", "lector"],
  integrante_comite: [],
  lector: [],
  validador_externo: [],
  revisor: [],
  coordinacion: [
    "contraparte_titular",
    "contraparte_suplente",
    "integrante_comite",
    "lector",
    "validador_externo",
    "revisor",
  ],
  administrador: TODOS,
} as const satisfies Record<Rol, readonly Rol[]>;

/**
 * Whether an actor may do an action, and inside an institution when one is given.
 * Takes the actor, the action (an unknown one is denied) and the institution's id. The table decides; nothing else.
 */
export function puede(
  actor: { readonly rol: Rol; readonly alcance: Alcance },
  accion: Accion,
  institucionId?: string,
): boolean {
  if (!Object.hasOwn(PERMISOS, accion)) return false;
  const roles: readonly Rol[] = PERMISOS[accion];
  if (!roles.includes(actor.rol)) return false;
  return institucionId === undefined || alcanza(actor, institucionId);
}

/** Whether a role may invite or retire people of another role. */
export function puedeOtorgar(quien: Rol, rol: Rol): boolean {
  const otorga: readonly Rol[] = ROLES_QUE_OTORGA[quien];
  return otorga.includes(rol);
}

/** Who invites people of a role, as a person reads it: the nearest that may. */
export function quienInvita(rol: Rol): string {
  if (puedeOtorgar("contraparte_suplente", rol)) return "la contraparte de su institución";
  if (puedeOtorgar("contraparte_titular", rol)) return "la contraparte titular de su institución";
  if (puedeOtorgar("coordinacion", rol)) return "la coordinación de la Red de Expertos";
  return "la administración de la plataforma";
}

/** Whether an actor sees what only the Red de Expertos sees (private notes, what is not returned yet); the system does. */
export function esDeLaRed(actor: Actor): boolean {
  return actor.rol ? ROLES[actor.rol].de === "red" : actor.usuarioId === null;
}
