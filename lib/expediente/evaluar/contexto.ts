import { type Aplicacion, aplicarAjustes } from "../aplicar";
import { type Medicion, medir } from "../calculo";
import type { Ejercicio } from "../ejercicio";
import { type ElementoPlan, elementosDe, nombrar, nombrarIndicador } from "../elementos";
import type { Expediente, Indicador, Plan, Resultado, ResultadoActividad } from "../formato";
import { type Huellas, huellasDe } from "../huella";
import { clave } from "../texto";

/** An indicator of the plan in force, and where it stands in it. */
interface IndicadorDelPlan {
  readonly indicador: Indicador;
  /** Its activity, or itself as an element if it is one of satisfaction. */
  readonly elemento: ElementoPlan;
  /** Position among those of its activity. */
  readonly posicion: number;
}

/** An indicator of the plan in force, with what the report says of it. */
export class IndicadorVigente {
  readonly indicador: Indicador;
  readonly clave: string;
  /** The first result of the report for it: a repeated one is not looked at. */
  readonly resultado: Resultado | undefined;
  /** The value of that result; null when it was not measured or cannot be computed. */
  readonly medicion: Medicion | null;
  private readonly lugar: IndicadorDelPlan;

  constructor(lugar: IndicadorDelPlan, resultados: ReadonlyMap<string, Resultado>) {
    this.lugar = lugar;
    this.indicador = lugar.indicador;
    this.clave = clave(lugar.indicador.id);
    const resultado = resultados.get(this.clave);
    this.resultado = resultado;
    this.medicion =
      resultado?.medido === true ? medir(lugar.indicador, resultado.numerador, resultado.denominador) : null;
  }

  /** By its number and name, worked out when asked for: most of what is evaluated has no faults. */
  get nombre(): string {
    const { elemento, indicador, posicion } = this.lugar;
    return elemento.tipo === "actividad"
      ? nombrarIndicador(elemento, indicador, posicion)
      : nombrar(elemento);
  }
}

/** An activity of the plan in force, with the first result of the report for it. */
export type ActividadVigente = ElementoPlan & {
  readonly tipo: "actividad";
  readonly resultado: ResultadoActividad | undefined;
};

/** What every family of rules reads: computed once. */
export interface Contexto {
  readonly expediente: Expediente;
  readonly ejercicio: Ejercicio;
  readonly aplicacion: Aplicacion;
  readonly vigente: Plan | null;
  /** Worked out when asked for: they cost as much as everything else. */
  readonly huellas: Huellas;
  readonly objetivos: ReadonlyMap<string, ElementoPlan>;
  readonly actividades: ReadonlyMap<string, ActividadVigente>;
  readonly desempeno: ReadonlyMap<string, IndicadorVigente>;
  readonly satisfaccion: ReadonlyMap<string, IndicadorVigente>;
}

/** The first of each key: a faulty plan or report may repeat an identifier. */
function primeros<T>(lista: readonly T[], llave: (dato: T) => string): Map<string, T> {
  const mapa = new Map<string, T>();
  for (const dato of lista) {
    const suya = llave(dato);
    if (!mapa.has(suya)) mapa.set(suya, dato);
  }
  return mapa;
}

const suClave = (dato: { readonly clave: string }) => dato.clave;

/** Joins the indicators of the plan in force with their results. */
function conResultado(
  indicadores: readonly IndicadorDelPlan[],
  resultados: readonly Resultado[] | null | undefined,
): Map<string, IndicadorVigente> {
  const porClave = primeros(resultados ?? [], ({ indicador }) => clave(indicador));
  return primeros(
    indicadores.map((lugar) => new IndicadorVigente(lugar, porClave)),
    suClave,
  );
}

export function crearContexto(expediente: Expediente, ejercicio: Ejercicio): Contexto {
  const aplicacion = aplicarAjustes(expediente);
  const { informe } = expediente;
  const sinCambios = aplicacion.plan === expediente.planOriginal;
  const elementos = sinCambios ? aplicacion.elementos : elementosDe(aplicacion.plan);
  const ejecuciones = primeros(informe?.actividades ?? [], ({ actividad }) => clave(actividad));
  const actividades = elementos
    .filter((elemento) => elemento.tipo === "actividad")
    .map((elemento): ActividadVigente => ({ ...elemento, resultado: ejecuciones.get(elemento.clave) }));
  const satisfaccion = elementos.filter((elemento) => elemento.tipo === "indicadorSatisfaccion");
  let huellas: Huellas | undefined;
  return {
    expediente,
    ejercicio,
    aplicacion,
    vigente: aplicacion.plan,
    get huellas() {
      huellas ??= huellasDe(aplicacion, informe);
      return huellas;
    },
    objetivos: primeros(
      elementos.filter(({ tipo }) => tipo === "objetivoEspecifico"),
      suClave,
    ),
    actividades: primeros(actividades, suClave),
    desempeno: conResultado(
      actividades.flatMap((elemento) =>
        (elemento.dato.indicadoresDesempeno ?? []).map((indicador, posicion) => ({
          indicador,
          elemento,
          posicion,
        })),
      ),
      informe?.indicadoresDesempeno,
    ),
    satisfaccion: conResultado(
      satisfaccion.map((elemento) => ({ indicador: elemento.dato, elemento, posicion: elemento.indice })),
      informe?.indicadoresSatisfaccion,
    ),
  };
}
