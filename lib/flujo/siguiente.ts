import { type Accion, puede, type Rol } from "./permiso";
import type { EstadoEnvio } from "./revision";
import { faltaDelPlan, type IdTarea, type Situacion } from "./tareas";
import { estadoDeVentana } from "./ventana";

/** What comes next and who acts. `accion` says who that is: whoever the permission table lets do it. */
export type Siguiente = {
  readonly que: string;
  readonly quien: string;
  readonly tarea: IdTarea;
  readonly accion: Accion;
};

/** What is left to do once the term of the submission is over. */
export const PLAZO_VENCIDO = "El plazo de envío venció: pida una prórroga a la Coordinación de la Red";

const CONTRAPARTE = "Contraparte";
const COMITE = "Comité de Calidad";
const RED = "Red de Expertos";

/** What comes next and who acts; null when the year is done. */
export function siguienteDe(s: Situacion, ahora: Date): Siguiente | null {
  if (!s.hayPlan) {
    return {
      que: "Falta cargar el Plan 2024 de la institución",
      quien: RED,
      tarea: "plan",
      accion: "plan.precargar",
    };
  }
  if (s.ultimoEnvio) return siguienteDelEnvio(s, s.ultimoEnvio.estado);
  if (s.plan === "en_firma" || s.informe === "en_firma") return esperaFirmas(s);
  const ajusteCerrado = estadoDeVentana(s.ajuste, ahora) === "cerrada";
  if (s.plan === "objetada" && !ajusteCerrado) {
    return {
      que: "Resuelva la objeción del Comité al plan y envíelo otra vez",
      quien: CONTRAPARTE,
      tarea: "plan",
      accion: "plan.ajustar",
    };
  }
  if (s.plan === "borrador" && !ajusteCerrado) return siguienteDelAjuste(s);
  if (estadoDeVentana(s.envio, ahora) === "cerrada") {
    return {
      que: PLAZO_VENCIDO,
      quien: CONTRAPARTE,
      tarea: "envio",
      accion: "envio.enviar",
    };
  }
  // The report may be filled in meanwhile, but nobody approves it before the plan.
  if (s.plan !== "aprobada") {
    return {
      que: `Falta el acta del Comité que aprueba el plan. ${faltaDelPlan(s)} Mientras tanto puede completar el informe`,
      quien: CONTRAPARTE,
      tarea: s.decisiones.hechas < s.decisiones.total ? "plan" : "comite",
      accion: "acta.registrarPapel",
    };
  }
  if (s.informe === "objetada") {
    return {
      que: "Resuelva la objeción del Comité al informe y envíelo otra vez",
      quien: CONTRAPARTE,
      tarea: "informe",
      accion: "informe.llenar",
    };
  }
  if (s.informe === "borrador") {
    return {
      que: "Complete el informe de implementación",
      quien: CONTRAPARTE,
      tarea: "informe",
      accion: "informe.llenar",
    };
  }
  if (s.instanciasDifusion === 0) {
    return {
      que: "Registre la difusión del informe",
      quien: CONTRAPARTE,
      tarea: "difusion",
      accion: "difusion.llenar",
    };
  }
  return {
    que: "Revise y envíe el informe a la Red de Expertos",
    quien: CONTRAPARTE,
    tarea: "envio",
    accion: "envio.enviar",
  };
}

function esperaFirmas(s: Situacion): Siguiente {
  const de = s.plan === "en_firma" ? "el plan" : "el informe";
  const cuantos =
    s.firmasPendientes === 1
      ? "Falta que 1 integrante del Comité firme"
      : `Falta que ${s.firmasPendientes} integrantes del Comité firmen`;
  return { que: `${cuantos} ${de}`, quien: COMITE, tarea: "comite", accion: "comite.firmar" };
}

function siguienteDelAjuste(s: Situacion): Siguiente {
  const faltan = s.decisiones.total - s.decisiones.hechas;
  if (faltan <= 0 && s.actaPlanTarde)
    return {
      que: faltaDelPlan(s).slice(0, -1),
      quien: CONTRAPARTE,
      tarea: "comite",
      accion: "acta.registrarPapel",
    };
  if (faltan <= 0) {
    return {
      que: "Envíe el plan al Comité para su aprobación",
      quien: CONTRAPARTE,
      tarea: "plan",
      accion: "plan.enviarComite",
    };
  }
  const cuantos = faltan === 1 ? "1 elemento del plan" : `${faltan} elementos del plan`;
  return { que: `Falta decidir sobre ${cuantos}`, quien: CONTRAPARTE, tarea: "plan", accion: "plan.ajustar" };
}

function siguienteDelEnvio(s: Situacion, estado: EstadoEnvio): Siguiente | null {
  if (estado === "observado") return siguienteDeLaDevolucion(s);
  if (estado === "validado" || estado === "no_validado") return null;
  return {
    que: "La dupla revisora revisa lo enviado",
    quien: RED,
    tarea: "revision",
    accion: "revision.decidir",
  };
}

/** What was returned: answer, have the Committee approve again what changed, send. */
function siguienteDeLaDevolucion(s: Situacion): Siguiente {
  if (s.observacionesAbiertas > 0)
    return {
      que: "Responda las observaciones de la Red de Expertos",
      quien: CONTRAPARTE,
      tarea: "revision",
      accion: "observacion.responder",
    };
  if (s.plan === "en_firma" || s.informe === "en_firma") return esperaFirmas(s);
  if (s.plan !== "aprobada" || s.informe !== "aprobada")
    return {
      que: `Envíe ${s.plan === "aprobada" ? "el informe corregido" : "el plan corregido"} al Comité para su aprobación`,
      quien: CONTRAPARTE,
      tarea: "comite",
      accion: "plan.enviarComite",
    };
  return {
    que: "Envíe la nueva versión a la Red de Expertos",
    quien: CONTRAPARTE,
    tarea: "envio",
    accion: "envio.enviar",
  };
}

/** Whether it is this role's turn. */
export function esSuTurno(siguiente: Siguiente | null, rol: Rol): boolean {
  return siguiente !== null && puede({ rol, alcance: "*" }, siguiente.accion);
}
