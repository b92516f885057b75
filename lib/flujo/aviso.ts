import type { EventoAprobacion } from "./aprobacion";
import { ROLES, type Rol } from "./permiso";
import type { EventoRevision } from "./revision";

type Fila = {
  /** As the preferences page and the digest name it. */
  readonly nombre: string;
  /** When it is written, in one sentence. */
  readonly cuando: string;
  /** Goes by mail at once, whatever the person prefers. What is not may be silenced or wait for the daily digest. */
  readonly esencial: boolean;
  /** Who may get it. Empty: anyone, with or without an account. */
  readonly roles: readonly Rol[];
};

const CONTRAPARTES = ["contraparte_titular", "contraparte_suplente"] as const;
const INSTITUCION = [...CONTRAPARTES, "integrante_comite"] as const;

/** Every kind of notice: the one table that `avisar`, the preferences, the digest and docs/avisos.md read. */
export const TIPOS_AVISO = {
  plan_cargado: {
    nombre: "Plan cargado",
    cuando: "La Red carga el plan de la institución, o lo reemplaza.",
    esencial: true,
    roles: CONTRAPARTES,
  },
  comite_por_firmar: {
    nombre: "Espera su firma",
    cuando: "La contraparte envía el plan o el informe al Comité.",
    esencial: true,
    roles: ["integrante_comite"],
  },
  comite_firma: {
    nombre: "Nueva firma del Comité",
    cuando: "Un integrante firma y todavía faltan otras firmas.",
    esencial: false,
    roles: CONTRAPARTES,
  },
  comite_aprobado: {
    nombre: "El Comité aprobó",
    cuando: "Se completan las firmas y hay acta.",
    esencial: true,
    roles: INSTITUCION,
  },
  comite_objetado: {
    nombre: "El Comité objetó",
    cuando: "Un integrante objeta lo que debía firmar.",
    esencial: true,
    roles: INSTITUCION,
  },
  comite_sin_efecto: {
    nombre: "Firmas sin efecto",
    cuando: "Lo firmado se vuelve a abrir y las firmas dadas dejan de valer.",
    esencial: true,
    roles: INSTITUCION,
  },
  acta_registrada: {
    nombre: "Acta en papel registrada",
    cuando: "La contraparte registra un acta firmada en papel.",
    esencial: false,
    roles: INSTITUCION,
  },
  envio_recibido: {
    nombre: "Envío recibido",
    cuando: "La contraparte envía una versión a la Red; lleva el código de verificación.",
    esencial: true,
    roles: INSTITUCION,
  },
  envio_por_revisar: {
    nombre: "Versión por revisar",
    cuando: "Una institución de su grupo envía una versión, la primera o la corregida.",
    esencial: false,
    roles: ["revisor"],
  },
  revision_asignada: {
    nombre: "Revisión asignada",
    cuando: "La Coordinación le asigna una institución o un grupo.",
    esencial: false,
    roles: ["revisor"],
  },
  grupo: {
    nombre: "Grupos y duplas",
    cuando: "Cambia la dupla de su grupo, o usted cubre una ausencia.",
    esencial: false,
    roles: ["revisor"],
  },
  revision_abierta: {
    nombre: "Revisión iniciada",
    cuando: "La dupla revisora abre la versión enviada.",
    esencial: false,
    roles: CONTRAPARTES,
  },
  revision_devuelta: {
    nombre: "Versión devuelta",
    cuando: "La dupla devuelve la versión con observaciones o con retroalimentación, y fecha para responder.",
    esencial: true,
    roles: INSTITUCION,
  },
  observacion_respondida: {
    nombre: "Observación respondida",
    cuando: "La institución responde una observación o la da por atendida.",
    esencial: false,
    roles: ["revisor"],
  },
  decision: {
    nombre: "Decisión de la Red",
    cuando: "La Red decide si la versión final cumple o no.",
    esencial: true,
    roles: INSTITUCION,
  },
  decision_reabierta: {
    nombre: "Decisión reabierta",
    cuando: "La Coordinación deja sin efecto una decisión, con su razón.",
    esencial: true,
    roles: [...INSTITUCION, "revisor"],
  },
  prorroga: {
    nombre: "Prórroga",
    cuando: "La Red otorga, reemplaza o revoca una prórroga.",
    esencial: true,
    roles: CONTRAPARTES,
  },
  ronda: {
    nombre: "Ejercicio metodológico",
    cuando: "La Red abre o cambia una ronda preliminar, que es voluntaria.",
    esencial: false,
    roles: CONTRAPARTES,
  },
  plazo_lejano: {
    nombre: "Plazo a 30 y 7 días",
    cuando: "Quedan 30 o 7 días y la persona todavía debe algo.",
    esencial: false,
    roles: [...INSTITUCION, "revisor"],
  },
  plazo_cercano: {
    nombre: "Plazo a 3 días y a 1",
    cuando: "Quedan 3 días o 1 y la persona todavía debe algo.",
    esencial: true,
    roles: [...INSTITUCION, "revisor"],
  },
  recordatorio: {
    nombre: "Recordatorio de la Red de Expertos",
    cuando: "La Red de Expertos recuerda lo que se debe: responder o enviar.",
    esencial: true,
    roles: [...INSTITUCION, "revisor"],
  },
  cuenta: {
    nombre: "Su cuenta",
    cuando: "Invitaciones, claves y funciones.",
    esencial: true,
    roles: [],
  },
  aviso: {
    nombre: "Aviso",
    cuando: "Lo que no tiene un tipo propio.",
    esencial: true,
    roles: [],
  },
} as const satisfies Record<string, Fila>;

export type TipoAviso = keyof typeof TIPOS_AVISO;

/** What a mail may be: a notice, or the digest of many. */
export type TipoCorreo = TipoAviso | "resumen";

/** Every kind, in the order screens list them. */
export const TIPOS = Object.keys(TIPOS_AVISO) as readonly TipoAviso[];

/** Whether a text names a kind of notice. */
export function esTipoAviso(tipo: string): tipo is TipoAviso {
  return Object.hasOwn(TIPOS_AVISO, tipo);
}

/** The row of a kind; one that the table does not know is read as the plain, essential one. */
export function filaDeAviso(tipo: string): Fila {
  return TIPOS_AVISO[esTipoAviso(tipo) ? tipo : "aviso"];
}

/** The kinds that somebody wearing these hats may silence or gather in the digest. */
export function tiposOptativos(roles: readonly Rol[]): readonly TipoAviso[] {
  return TIPOS.filter((tipo) => {
    const { esencial, roles: suyos }: Fila = TIPOS_AVISO[tipo];
    return !esencial && suyos.some((rol) => roles.includes(rol));
  });
}

/** How a notice reaches a person by mail: at once, in the daily digest, or not at all. On screen it is always written. */
export type Despacho = "al_momento" | "en_resumen" | "sin_correo";

/** What a person prefers: the digest, and the kinds they do not want by mail. */
export type Preferencia = { readonly resumenDiario: boolean; readonly silenciados: readonly string[] };

/** How a kind reaches somebody, by what they prefer. */
export function despachoDe(tipo: TipoAviso, { resumenDiario, silenciados }: Preferencia): Despacho {
  if (filaDeAviso(tipo).esencial) return "al_momento";
  if (silenciados.includes(tipo)) return "sin_correo";
  return resumenDiario ? "en_resumen" : "al_momento";
}

/** The gestures on one observation, which are not transitions of the version. */
type GestoObservacion = "observa" | "responde" | "atiende" | "insiste" | "resuelve";
type GestoRed =
  | "precargar"
  | "otorgarProrroga"
  | "revocarProrroga"
  | "asignar"
  | "cambiarDupla"
  | "abrirRonda"
  | "recordar";

/** Who hears of each transition; or, when nobody does, why. A new event without its line does not compile. */
export const AVISOS_POR_EVENTO: {
  readonly envio: Record<"enviar", readonly TipoAviso[]>;
  readonly comite: Record<EventoAprobacion, readonly TipoAviso[]>;
  readonly revision: Record<EventoRevision, readonly TipoAviso[]>;
  readonly observacion: Record<GestoObservacion, readonly TipoAviso[] | string>;
  readonly red: Record<GestoRed, readonly TipoAviso[]>;
} = {
  envio: { enviar: ["envio_recibido", "envio_por_revisar"] },
  comite: {
    enviar: ["comite_por_firmar"],
    firmar: ["comite_firma"],
    completar: ["comite_aprobado"],
    objetar: ["comite_objetado"],
    modificar: ["comite_sin_efecto"],
    registrarPapel: ["acta_registrada"],
  },
  revision: {
    abrir: ["revision_abierta"],
    devolver: ["revision_devuelta"],
    corregir: ["envio_recibido", "envio_por_revisar"],
    validar: ["decision"],
    no_validar: ["decision"],
    reabrir: ["decision_reabierta"],
  },
  observacion: {
    observa:
      "Nadie: la institución la ve cuando se devuelve la versión, y entonces se le avisa de todas juntas.",
    responde: ["observacion_respondida"],
    atiende: ["observacion_respondida"],
    insiste:
      "Nadie en el momento: la institución lo lee con la devolución o la decisión, y entonces se le avisa.",
    resuelve:
      "Nadie en el momento: la institución lo lee con la devolución o la decisión, y entonces se le avisa.",
  },
  red: {
    precargar: ["plan_cargado"],
    otorgarProrroga: ["prorroga"],
    revocarProrroga: ["prorroga"],
    asignar: ["revision_asignada"],
    cambiarDupla: ["grupo"],
    abrirRonda: ["ronda"],
    recordar: ["recordatorio"],
  },
};

/** The names of the roles of a kind, as the documentation and the screens write them. */
export function quienesReciben(tipo: TipoAviso): string {
  const { roles }: Fila = TIPOS_AVISO[tipo];
  return roles.length === 0 ? "Quien corresponda" : roles.map((rol) => ROLES[rol].nombre).join(", ");
}
