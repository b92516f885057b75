import type { Actividad, ResultadoActividad } from "../formato";
import { mostrarNumero } from "../numero";
import { clave, conTexto } from "../texto";
import type { Contexto, IndicadorVigente } from "./contexto";

/** What was fulfilled, by the definitions of the rules: computed from the answers, written by nobody. */

/** `pendiente` while an answer that decides is missing. */
export type EstadoActividad = "cumplida" | "noCumplida" | "pendiente";
export type EstadoMeta = "alcanzada" | "noAlcanzada" | "noMedida" | "pendiente";

export interface CumplimientoActividades {
  readonly total: number;
  readonly cumplidas: number;
  readonly noCumplidas: number;
  readonly pendientes: number;
  readonly detalle: readonly { readonly actividad: string; readonly estado: EstadoActividad }[];
}

export interface CumplimientoMetas {
  readonly total: number;
  readonly alcanzadas: number;
  readonly noAlcanzadas: number;
  readonly noMedidas: number;
  readonly pendientes: number;
  /** `valor`: the rounded value that decides, written in es-CL; null unless measured. */
  readonly detalle: readonly {
    readonly indicador: string;
    readonly estado: EstadoMeta;
    readonly valor: string | null;
  }[];
}

export interface Cumplimiento {
  readonly actividades: CumplimientoActividades;
  readonly desempeno: CumplimientoMetas;
  readonly satisfaccion: CumplimientoMetas;
}

/** Note 5: fulfilled when executed as described and every declared trámite was linked. A "no" decides by itself. */
export function estadoDeActividad(
  actividad: Actividad,
  resultado: ResultadoActividad | undefined,
): EstadoActividad {
  if (!resultado) return "pendiente";
  const respuestas = new Map<string, boolean | null | undefined>();
  for (const { tramite, vinculado } of resultado.tramites ?? [])
    if (!respuestas.has(clave(tramite))) respuestas.set(clave(tramite), vinculado);
  const vinculos = conTexto(actividad.tramites).map((tramite) => respuestas.get(clave(tramite)));
  if (resultado.ejecutadaSegunDescripcion === false || vinculos.includes(false)) return "noCumplida";
  const completa = resultado.ejecutadaSegunDescripcion === true && vinculos.every((v) => v === true);
  return completa ? "cumplida" : "pendiente";
}

/** The state of a target given the result written for it. */
function estadoDeMeta({ resultado, medicion }: IndicadorVigente): EstadoMeta {
  if (resultado?.medido === false) return "noMedida";
  if (!medicion) return "pendiente";
  return medicion.alcanzada ? "alcanzada" : "noAlcanzada";
}

function metas(indicadores: ReadonlyMap<string, IndicadorVigente>): CumplimientoMetas {
  const detalle = [...indicadores.values()].map((vigente) => ({
    indicador: vigente.indicador.id,
    estado: estadoDeMeta(vigente),
    valor: vigente.medicion && mostrarNumero(vigente.medicion.valor),
  }));
  const cuantas = (estado: EstadoMeta) => detalle.filter((dato) => dato.estado === estado).length;
  return {
    total: detalle.length,
    alcanzadas: cuantas("alcanzada"),
    noAlcanzadas: cuantas("noAlcanzada"),
    noMedidas: cuantas("noMedida"),
    pendientes: cuantas("pendiente"),
    detalle,
  };
}

export function calcularCumplimiento(contexto: Contexto): Cumplimiento {
  const detalle = [...contexto.actividades.values()].map(({ dato, resultado }) => ({
    actividad: dato.id,
    estado: estadoDeActividad(dato, resultado),
  }));
  const cuantas = (estado: EstadoActividad) => detalle.filter((dato) => dato.estado === estado).length;
  return {
    actividades: {
      total: detalle.length,
      cumplidas: cuantas("cumplida"),
      noCumplidas: cuantas("noCumplida"),
      pendientes: cuantas("pendiente"),
      detalle,
    },
    desempeno: metas(contexto.desempeno),
    satisfaccion: metas(contexto.satisfaccion),
  };
}
