import type { Expediente } from "@/lib/expediente/formato";
import {
  type FichaRevisada,
  type IdSeccion,
  SECCIONES_REVISION,
  seccionDeRuta,
} from "@/lib/flujo/vistaRevision";
import { campoDeRuta } from "@/lib/guia/e3-2025/campos";
import type { Bajable } from "./documentoComun";
import { fichasDeDifusion } from "./documentoDifusion";
import {
  fichasDeActas,
  fichasDeActividades,
  fichasDeAnalisis,
  fichasDeIndicadores,
} from "./documentoInforme";
import { fichasDelPlan } from "./documentoPlan";

/** A section of a version as it was sent: every field with its pointer, so that an observation can be pinned to it. */
export function fichasDe(seccion: IdSeccion, expediente: Expediente, bajable: Bajable): FichaRevisada[] {
  switch (seccion) {
    case "plan":
      return fichasDelPlan(expediente);
    case "actividades":
      return fichasDeActividades(expediente);
    case "indicadores":
      return fichasDeIndicadores(expediente);
    case "analisis":
      return fichasDeAnalisis(expediente);
    case "actas":
      return fichasDeActas(expediente);
    case "difusion":
      return fichasDeDifusion(expediente, bajable);
  }
}

const NADA: Bajable = () => null;

/** Whether a pointer is a place of a version: one that its document shows, or a section or a list that holds them. */
export function esLugarDe(expediente: Expediente, ruta: string): boolean {
  const seccion = seccionDeRuta(ruta);
  const mostrados = fichasDe(seccion, expediente, NADA).flatMap((ficha) => [ficha, ...ficha.campos]);
  const lugares = [...SECCIONES_REVISION[seccion].lugares, ...mostrados.map((uno) => uno.ruta)];
  return lugares.some((lugar) => lugar === ruta || lugar.startsWith(`${ruta}/`));
}

/**
 * How a place of a version is called: its section, its element and its field, as the screen shows them.
 * Takes any pointer of the expediente; one that nothing shows is called by its section.
 */
export function nombradorDeLugares(expediente: Expediente): (ruta: string) => string {
  const vistas = new Map<IdSeccion, FichaRevisada[]>();
  return (ruta) => {
    const id = seccionDeRuta(ruta);
    const fichas = vistas.get(id) ?? fichasDe(id, expediente, NADA);
    vistas.set(id, fichas);
    const { titulo } = SECCIONES_REVISION[id];
    for (const ficha of fichas) {
      const campo =
        ficha.campos.find((uno) => uno.ruta === ruta) ??
        ficha.campos.find((uno) => ruta.startsWith(`${uno.ruta}/`));
      if (!campo) continue;
      // What justifies a decision is called by what was decided: an element has as many arguments as changes.
      const decidido = ficha.campos.find((uno) => campo.ruta.startsWith(`${uno.ruta}/`));
      return `${titulo}, ${ficha.titulo}: ${decidido ? `${decidido.etiqueta}, ` : ""}${campo.etiqueta}`;
    }
    const ficha = fichas.find((una) => ruta === una.ruta || ruta.startsWith(`${una.ruta}/`));
    const etiqueta = campoDeRuta(ruta)?.etiqueta;
    return [titulo, ficha?.titulo, ficha && ruta !== ficha.ruta ? etiqueta : undefined]
      .filter(Boolean)
      .join(", ");
  };
}
