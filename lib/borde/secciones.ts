import type { Seccion } from "@/components/marco/navegacion";
import type { ActorPersona, InstitucionRef } from "@/lib/flujo/actor";
import { type Accion, puede } from "@/lib/flujo/permiso";

type Entrada = { readonly texto: string; readonly ruta: string; readonly permiso: Accion };

/** Sections of an institution, in the order of the year. A section appears when its line is here. */
const DE_INSTITUCION: readonly Entrada[] = [
  { texto: "Inicio", ruta: "", permiso: "institucion.ver" },
  { texto: "Plan", ruta: "/plan", permiso: "plan.ver" },
  { texto: "Comité", ruta: "/comite", permiso: "plan.ver" },
  { texto: "Informe", ruta: "/informe", permiso: "informe.ver" },
  { texto: "Difusión", ruta: "/difusion", permiso: "difusion.ver" },
  { texto: "Envío", ruta: "/envio", permiso: "envio.ver" },
  { texto: "Revisión", ruta: "/revision", permiso: "observacion.ver" },
  { texto: "Personas", ruta: "/personas", permiso: "persona.ver" },
  { texto: "Bitácora", ruta: "/bitacora", permiso: "bitacora.ver" },
];

/** Whether a section of an institution can be opened. Takes its path after the institution's ("/plan"). */
export function haySeccion(ruta: string): boolean {
  return DE_INSTITUCION.some((entrada) => entrada.ruta === ruta);
}

/** Sections of the Red de Expertos. */
const DE_LA_RED: readonly Entrada[] = [
  { texto: "Revisión", ruta: "/revision", permiso: "revision.ver" },
  { texto: "Instituciones", ruta: "/administracion/instituciones", permiso: "institucion.administrar" },
  { texto: "Coordinación", ruta: "/coordinacion", permiso: "plan.precargar" },
  { texto: "Análisis", ruta: "/coordinacion/analisis", permiso: "analisis.ver" },
  { texto: "Grupos", ruta: "/coordinacion/grupos", permiso: "grupo.administrar" },
  { texto: "Precarga", ruta: "/coordinacion/precarga", permiso: "plan.precargar" },
  { texto: "Prórrogas", ruta: "/coordinacion/prorrogas", permiso: "prorroga.otorgar" },
  { texto: "Rondas", ruta: "/coordinacion/rondas", permiso: "ronda.administrar" },
  { texto: "Ejercicios", ruta: "/administracion/ejercicios", permiso: "ejercicio.administrar" },
  { texto: "Red", ruta: "/administracion/red", permiso: "red.administrar" },
  { texto: "Correos", ruta: "/administracion/correos", permiso: "red.administrar" },
  { texto: "Cuentas", ruta: "/administracion/personas", permiso: "usuario.administrar" },
];

/** Sections of an external validator, wherever they are. */
const DE_VALIDACION: readonly Entrada[] = [
  { texto: "Validación", ruta: "/validacion", permiso: "validacion.ver" },
];

/** The sections an actor may open, the one of the present address marked. */
export function seccionesDe(
  actor: ActorPersona,
  institucion: InstitucionRef | null,
  ruta: string,
): Seccion[] {
  const externo = actor.rol === "validador_externo";
  const base = institucion && !externo ? `/institucion/${institucion.codigo}` : "";
  const camino = ruta.split("?")[0] ?? "";
  return (externo ? DE_VALIDACION : institucion ? DE_INSTITUCION : DE_LA_RED)
    .filter(({ permiso }) => puede(actor, permiso, institucion?.id))
    .map(({ texto, ruta: propia }) => {
      const href = `${base}${propia}`;
      const exacta = propia === "" || propia === "/coordinacion";
      const actual = camino === href || (!exacta && camino.startsWith(`${href}/`));
      return { texto, href, actual };
    });
}
