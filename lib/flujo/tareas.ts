import type { EstadoMateria } from "./aprobacion";
import type { EstadoEnvio } from "./revision";
import { type EstadoVentana, estadoDeVentana, type Ventana } from "./ventana";

/** Where an institution stands in the year: states and counts, no contents. */
export type SituacionContada = {
  readonly hayPlan: boolean;
  readonly ajuste: Ventana;
  readonly envio: Ventana;
  readonly plan: EstadoMateria;
  readonly informe: EstadoMateria;
  /** Signatures still missing for the matter that is in the Committee's hands. */
  readonly firmasPendientes: number;
  readonly integrantesComite: number;
  /** Elements of the plan already decided, of all there are. */
  readonly decisiones: { readonly hechas: number; readonly total: number };
  /** Activities with something reported, of all there are. */
  readonly actividades: { readonly hechas: number; readonly total: number };
  readonly instanciasDifusion: number;
  readonly ultimoEnvio: {
    readonly version: number;
    readonly estado: EstadoEnvio;
    /** Last instant to answer what was returned. */
    readonly responderHasta?: Date | null;
  } | null;
  /** Observations that the institution still owes an answer to. */
  readonly observacionesAbiertas: number;
};

/** The same with what only judging its contents tells: all that its start page needs. */
export type Situacion = SituacionContada & {
  /** No rule of the dissemination is broken. */
  readonly difusionCompleta: boolean;
  /** The Committee can no longer sign the plan on screen: only a paper act of then will do. */
  readonly actaPlanTarde: boolean;
};

export type IdTarea = "plan" | "comite" | "informe" | "difusion" | "envio" | "revision";

/** One section of the year: how it stands, and why it cannot be opened yet if so. */
export type TareaInstitucion = {
  readonly id: IdTarea;
  readonly titulo: string;
  readonly ruta: string;
  readonly estado: "sin_empezar" | "en_curso" | "lista" | "con_observaciones" | "en_espera" | "bloqueada";
  readonly detalle: string;
  readonly motivoBloqueo?: string;
  readonly avance?: { readonly hechas: number; readonly total: number; readonly unidad: string };
};

/** The deadline that matters now. `vence` is its last instant. */
export type PlazoVigente = { readonly titulo: string; readonly vence: Date; readonly nota?: string };

/** The sections of the year, in its order. */
export function tareasDe(s: Situacion, ahora: Date): readonly TareaInstitucion[] {
  return [
    tareaPlan(s, ahora),
    tareaComite(s),
    tareaInforme(s),
    tareaDifusion(s),
    tareaEnvio(s, ahora),
    tareaRevision(s),
  ];
}

const SIN_PLAN = "La Coordinación de la Red aún no ha cargado el Plan 2024 de la institución.";

function tareaPlan(s: Situacion, ahora: Date): TareaInstitucion {
  const base = { id: "plan", titulo: "Plan de Mejoramiento", ruta: "/plan" } as const;
  if (!s.hayPlan) return { ...base, estado: "bloqueada", detalle: "", motivoBloqueo: SIN_PLAN };
  const avance = { ...s.decisiones, unidad: "elementos decididos" };
  if (s.plan === "aprobada") return { ...base, estado: "lista", detalle: "Aprobado por el Comité." };
  if (s.plan === "en_firma")
    return { ...base, estado: "en_espera", detalle: "Enviado al Comité: espera sus firmas." };
  if (s.plan === "objetada") {
    return { ...base, estado: "con_observaciones", detalle: "Un integrante del Comité lo objetó.", avance };
  }
  if (estadoDeVentana(s.ajuste, ahora) === "cerrada") {
    return {
      ...base,
      estado: "en_curso",
      detalle: `El plazo de ajuste venció. ${faltaDelPlan(s)}`,
      avance,
    };
  }
  const estado = s.decisiones.hechas === 0 ? "sin_empezar" : "en_curso";
  return {
    ...base,
    estado,
    detalle: "Revise el plan 2024 y decida qué se mantiene y qué cambia en 2025.",
    avance,
  };
}

/** What an unapproved plan still lacks once nothing of it can be changed: to keep what was not decided stays possible. */
export function faltaDelPlan({ decisiones, actaPlanTarde }: Situacion): string {
  const acta = actaPlanTarde
    ? "registre el acta en papel con que el Comité lo aprobó dentro de plazo"
    : "envíelo al Comité para su aprobación";
  return decisiones.hechas < decisiones.total
    ? `Mantenga como estaba lo que quedó sin decidir y ${acta}.`
    : `${acta.charAt(0).toUpperCase()}${acta.slice(1)}.`;
}

function tareaComite(s: Situacion): TareaInstitucion {
  const base = { id: "comite", titulo: "Comité", ruta: "/comite" } as const;
  if (!s.hayPlan) return { ...base, estado: "bloqueada", detalle: "", motivoBloqueo: SIN_PLAN };
  if (s.plan === "en_firma" || s.informe === "en_firma") {
    const que = s.plan === "en_firma" ? "el plan" : "el informe";
    return {
      ...base,
      estado: "en_espera",
      detalle: `${faltanFirmas(s.firmasPendientes)} para aprobar ${que}.`,
    };
  }
  if (s.plan === "aprobada" && s.informe === "aprobada") {
    return { ...base, estado: "lista", detalle: "Aprobó el plan y el informe." };
  }
  if (s.integrantesComite === 0) {
    return { ...base, estado: "sin_empezar", detalle: "Todavía no hay integrantes: invítelos en Personas." };
  }
  const detalle =
    s.plan === "aprobada"
      ? "Aprobó el plan. Aprobará también el informe."
      : "Aprobará el plan y, al final del año, el informe.";
  return { ...base, estado: s.plan === "aprobada" ? "en_curso" : "sin_empezar", detalle };
}

/** The report is written from the day there is a plan: only its approval waits for the plan's. */
function tareaInforme(s: Situacion): TareaInstitucion {
  const base = { id: "informe", titulo: "Informe de implementación", ruta: "/informe" } as const;
  if (!s.hayPlan) return { ...base, estado: "bloqueada", detalle: "", motivoBloqueo: SIN_PLAN };
  const avance = { ...s.actividades, unidad: "actividades empezadas" };
  if (s.informe === "aprobada") return { ...base, estado: "lista", detalle: "Aprobado por el Comité." };
  if (s.informe === "en_firma")
    return { ...base, estado: "en_espera", detalle: "Enviado al Comité: espera sus firmas." };
  if (s.informe === "objetada") {
    return { ...base, estado: "con_observaciones", detalle: "Un integrante del Comité lo objetó.", avance };
  }
  const estado = s.actividades.hechas === 0 ? "sin_empezar" : "en_curso";
  return {
    ...base,
    estado,
    detalle:
      s.plan === "aprobada"
        ? "Resultados, indicadores, dificultades y holguras de cada actividad."
        : "Puede llenarlo desde ya. El Comité lo aprueba después de aprobar el plan.",
    avance,
  };
}

function tareaDifusion(s: Situacion): TareaInstitucion {
  const base = { id: "difusion", titulo: "Difusión", ruta: "/difusion" } as const;
  if (!s.hayPlan) return { ...base, estado: "bloqueada", detalle: "", motivoBloqueo: SIN_PLAN };
  if (s.instanciasDifusion === 0) {
    return {
      ...base,
      estado: "sin_empezar",
      detalle:
        s.informe === "aprobada"
          ? "Instancias, destinatarios y acto del Consejo de la Sociedad Civil."
          : "Instancias, destinatarios y acto del Consejo de la Sociedad Civil. Se difunde el informe ya aprobado por el Comité.",
    };
  }
  const cuantas =
    s.instanciasDifusion === 1
      ? "1 instancia registrada."
      : `${s.instanciasDifusion} instancias registradas.`;
  return { ...base, estado: s.difusionCompleta ? "lista" : "en_curso", detalle: cuantas };
}

function tareaEnvio(s: Situacion, ahora: Date): TareaInstitucion {
  const base = { id: "envio", titulo: "Envío a la Red de Expertos", ruta: "/envio" } as const;
  if (s.ultimoEnvio && s.ultimoEnvio.estado !== "observado") {
    return { ...base, estado: "lista", detalle: `Versión ${s.ultimoEnvio.version} enviada.` };
  }
  if (!s.hayPlan) return { ...base, estado: "bloqueada", detalle: "", motivoBloqueo: SIN_PLAN };
  if (estadoDeVentana(s.envio, ahora) === "por_abrir") {
    return {
      ...base,
      estado: "bloqueada",
      detalle: "",
      motivoBloqueo: "El período de envío todavía no se abre.",
    };
  }
  if (s.ultimoEnvio) {
    return { ...base, estado: "en_curso", detalle: "Responda las observaciones y envíe una nueva versión." };
  }
  return {
    ...base,
    estado: "sin_empezar",
    detalle: "Revisión final de lo que se envía y comprobante con código.",
  };
}

function tareaRevision(s: Situacion): TareaInstitucion {
  const base = { id: "revision", titulo: "Revisión", ruta: "/revision" } as const;
  const envio = s.ultimoEnvio;
  if (!envio) {
    return {
      ...base,
      estado: "bloqueada",
      detalle: "",
      motivoBloqueo: "Comienza cuando la institución envía su informe.",
    };
  }
  const porEstado = {
    enviado: { estado: "en_espera", detalle: "Espera que la dupla revisora la abra." },
    en_revision: { estado: "en_espera", detalle: "La dupla revisora la está revisando." },
    observado: { estado: "con_observaciones", detalle: observaciones(s.observacionesAbiertas) },
    corregido: { estado: "en_curso", detalle: "Corregida en la versión siguiente." },
    validado: { estado: "lista", detalle: "Cumple." },
    no_validado: { estado: "lista", detalle: "No cumple." },
  } as const satisfies Record<EstadoEnvio, Pick<TareaInstitucion, "estado" | "detalle">>;
  return { ...base, ...porEstado[envio.estado] };
}

const faltanFirmas = (n: number): string => (n === 1 ? "Falta 1 firma" : `Faltan ${n} firmas`);
const observaciones = (n: number): string =>
  n === 0
    ? "Observaciones respondidas: falta enviar la nueva versión."
    : n === 1
      ? "1 observación por responder."
      : `${n} observaciones por responder.`;

/** The deadline that matters now: to answer what was returned, of the adjustments until they close, of the submission. */
export function plazoDe(s: Situacion, ahora: Date): PlazoVigente {
  const respuesta = s.ultimoEnvio?.estado === "observado" ? s.ultimoEnvio.responderHasta : null;
  if (respuesta) return { titulo: "Respuesta a las observaciones", vence: respuesta };
  const ajuste = estadoDeVentana(s.ajuste, ahora);
  const porAjustar = s.plan !== "aprobada" && ajuste !== "cerrada";
  return porAjustar
    ? enPalabras("Ajuste del plan", s.ajuste, ajuste)
    : enPalabras("Envío a la Red de Expertos", s.envio, estadoDeVentana(s.envio, ahora));
}

function enPalabras(titulo: string, { cierra, prorroga }: Ventana, estado: EstadoVentana): PlazoVigente {
  // `cierra` is the first instant that is late; people read the last one that is not.
  const ultimo = new Date(cierra.getTime() - 1);
  if (prorroga === null || prorroga < cierra) return { titulo, vence: ultimo };
  const nota =
    estado === "en_prorroga"
      ? "Prórroga otorgada por la Coordinación de la Red."
      : "Incluye la prórroga otorgada por la Coordinación de la Red.";
  return { titulo, vence: prorroga, nota };
}
