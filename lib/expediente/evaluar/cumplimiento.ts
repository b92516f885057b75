import { medir } from "../calculo";
import type { Actividad, Informe, Resultado, ResultadoActividad } from "../formato";
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

/** The state of a target given the result written for it, with the value that decides. */
export function estadoDeMeta(
  { indicador }: Pick<IndicadorVigente, "indicador">,
  resultado: Omit<Resultado, "resultado"> | undefined,
): { estado: EstadoMeta; valor: string | null } {
  if (resultado?.medido === false) return { estado: "noMedida", valor: null };
  const medicion = resultado?.medido ? medir(indicador, resultado.numerador, resultado.denominador) : null;
  if (!medicion) return { estado: "pendiente", valor: null };
  return {
    estado: medicion.alcanzada ? "alcanzada" : "noAlcanzada",
    valor: mostrarNumero(medicion.valor),
  };
}

/** The first result of each element, by key: the repeated ones are not looked at. */
export function primerosPorClave<T>(
  lista: readonly T[] | null | undefined,
  id: (dato: T) => string,
): Map<string, T> {
  const mapa = new Map<string, T>();
  for (const dato of lista ?? []) if (!mapa.has(clave(id(dato)))) mapa.set(clave(id(dato)), dato);
  return mapa;
}

function metas(
  indicadores: ReadonlyMap<string, IndicadorVigente>,
  resultados: readonly Omit<Resultado, "resultado">[] | null | undefined,
): CumplimientoMetas {
  const porClave = primerosPorClave(resultados, (dato) => dato.indicador);
  const detalle = [...indicadores.values()].map((vigente) => ({
    indicador: vigente.indicador.id,
    ...estadoDeMeta(vigente, porClave.get(vigente.clave)),
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
  const informe: Informe = contexto.expediente.informe ?? {};
  const resultados = primerosPorClave(informe.actividades, (dato) => dato.actividad);
  const detalle = [...contexto.actividades.values()].map(({ dato, clave: llave }) => ({
    actividad: dato.id,
    estado: estadoDeActividad(dato, resultados.get(llave)),
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
    desempeno: metas(contexto.desempeno, informe.indicadoresDesempeno),
    satisfaccion: metas(contexto.satisfaccion, informe.indicadoresSatisfaccion),
  };
}
