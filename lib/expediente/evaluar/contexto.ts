import { type Aplicacion, aplicarAjustes } from "../aplicar";
import type { Ejercicio } from "../ejercicio";
import { type ElementoPlan, elementosDe, nombrar, nombrarIndicador } from "../elementos";
import type { Expediente, Indicador, Plan } from "../formato";
import { type Huellas, huellasDe } from "../huella";
import { clave } from "../texto";

/** An indicator of the plan in force, with the words that name it. */
export interface IndicadorVigente {
  readonly indicador: Indicador;
  readonly clave: string;
  readonly nombre: () => string;
}

/** What every family of rules reads: computed once. */
export interface Contexto {
  readonly expediente: Expediente;
  readonly ejercicio: Ejercicio;
  readonly aplicacion: Aplicacion;
  readonly vigente: Plan | null;
  readonly huellas: Huellas;
  readonly objetivos: ReadonlyMap<string, ElementoPlan>;
  readonly actividades: ReadonlyMap<string, ElementoPlan & { tipo: "actividad" }>;
  readonly desempeno: ReadonlyMap<string, IndicadorVigente>;
  readonly satisfaccion: ReadonlyMap<string, IndicadorVigente>;
}

function primeros<T extends { clave: string }>(lista: readonly T[]): Map<string, T> {
  const mapa = new Map<string, T>();
  for (const dato of lista) if (!mapa.has(dato.clave)) mapa.set(dato.clave, dato);
  return mapa;
}

export function crearContexto(expediente: Expediente, ejercicio: Ejercicio): Contexto {
  const aplicacion = aplicarAjustes(expediente);
  const sinCambios = aplicacion.plan === expediente.planOriginal;
  const elementos = sinCambios ? aplicacion.elementos : elementosDe(aplicacion.plan);
  const actividades = elementos.filter((elemento) => elemento.tipo === "actividad");
  return {
    expediente,
    ejercicio,
    aplicacion,
    vigente: aplicacion.plan,
    huellas: huellasDe(aplicacion, expediente.informe),
    objetivos: primeros(elementos.filter(({ tipo }) => tipo === "objetivoEspecifico")),
    actividades: primeros(actividades),
    desempeno: primeros(
      actividades.flatMap((actividad) =>
        (actividad.dato.indicadoresDesempeno ?? []).map((indicador, i) => ({
          indicador,
          clave: clave(indicador.id),
          nombre: () => nombrarIndicador(actividad, indicador, i),
        })),
      ),
    ),
    satisfaccion: primeros(
      elementos
        .filter((elemento) => elemento.tipo === "indicadorSatisfaccion")
        .map((elemento) => ({
          indicador: elemento.dato,
          clave: elemento.clave,
          nombre: () => nombrar(elemento),
        })),
    ),
  };
}
