import type { MotivoCierre } from "@/lib/datos/repositorio/campoCierre";

export type { MotivoCierre } from "@/lib/datos/repositorio/campoCierre";

/** Why a matter cannot be written now, with its remedy. Screens, the queue and the use cases say the same. */
export const MENSAJE_CIERRE: Readonly<Record<MotivoCierre, string>> = {
  en_firma:
    "El documento fue enviado al Comité y espera sus firmas. Para cambiarlo, vuelva a abrirlo desde la página del Comité.",
  acta: "El Comité ya aprobó este documento. Para cambiarlo, deje sin efecto el acta desde la página del Comité.",
  envio:
    "El expediente ya fue enviado a la Red de Expertos y no admite cambios mientras no sea devuelto con observaciones.",
  no_observado:
    "Este campo no fue observado: la Red de Expertos reabrió solo lo observado. Si necesita cambiarlo, dígalo al responder una observación en la página Revisión.",
  plazo:
    "El plazo para ajustar el plan venció (30 de junio, 23:59 horas de Chile continental) y no hay una prórroga vigente. Si la necesita, pídala a la Red de Expertos.",
};

/** The same of a whole matter, as the screen of it says at its top. */
export const MENSAJE_CIERRE_DE_MATERIA: Readonly<Record<MotivoCierre, string>> = {
  ...MENSAJE_CIERRE,
  no_observado:
    "La Red de Expertos devolvió el expediente y nada de esta parte fue observado: se lee, pero no se cambia.",
};
