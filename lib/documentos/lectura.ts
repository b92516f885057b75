import { medir } from "@/lib/expediente/calculo";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import { crearContexto } from "@/lib/expediente/evaluar/contexto";
import {
  type Cumplimiento,
  calcularCumplimiento,
  type EstadoActividad,
  estadoDeActividad,
} from "@/lib/expediente/evaluar/cumplimiento";
import type {
  Actividad,
  Expediente,
  Indicador,
  Plan,
  Resultado,
  ResultadoActividad,
  ResultadoSatisfaccion,
} from "@/lib/expediente/formato";
import { huella } from "@/lib/expediente/huella";
import { clave } from "@/lib/expediente/texto";

export interface Medida {
  /** numerador ÷ denominador × factor in full, or to ten decimals followed by «…» when it has more. */
  exacto: string;
  /** The value rounded as the guide compares it with the target. */
  comparado: number;
  alcanzada: boolean;
}

/** An expediente with what is computed from it, each thing once, for all the sections of a document. */
export interface Lectura {
  expediente: Expediente;
  /** The plan in force; without the adjustments that cannot be applied. */
  vigente: Plan | null;
  /** Activities of the plan in force by comparable identifier, in its order. */
  actividades: ReadonlyMap<string, Actividad>;
  /** Digest of the expediente as it is. */
  huella(): string;
  huellaPlan: string | null;
  huellaInforme: string | null;
  /** How many activities are fulfilled and how many targets reached. */
  cumplimiento: Cumplimiento;
  /** Whether a result makes its activity fulfilled, in words, and why not. */
  estado(resultado: ResultadoActividad): { estado: string; razon: string };
  medida(indicador: Indicador, resultado: Resultado | ResultadoSatisfaccion): Medida | null;
}

function medida(indicador: Indicador, resultado: Resultado | ResultadoSatisfaccion): Medida | null {
  const { numerador, denominador } = resultado;
  const medicion = medir(indicador, numerador, denominador);
  if (!medicion) return null;
  return {
    exacto: medicion.exacto,
    comparado: Number(medicion.valor.toString()),
    alcanzada: medicion.alcanzada,
  };
}

const ESTADOS: Readonly<Record<EstadoActividad, string>> = {
  cumplida: "Cumplida",
  noCumplida: "No cumplida",
  pendiente: "Pendiente de respuesta",
};

/** Why an activity is or is not fulfilled, in the words of note 5. */
function estado(actividad: Actividad | undefined, x: ResultadoActividad): { estado: string; razon: string } {
  if (!actividad) return { estado: "Ajena al plan vigente", razon: "" };
  const suyo = estadoDeActividad(actividad, x);
  if (suyo !== "noCumplida") return { estado: ESTADOS[suyo], razon: "" };
  const razon =
    x.ejecutadaSegunDescripcion === false
      ? "No se ejecut\u00f3 seg\u00fan lo descrito"
      : "No todos sus tr\u00e1mites declarados estuvieron vinculados";
  return { estado: ESTADOS.noCumplida, razon };
}

/** Reads an expediente for drawing it. Pure and total: any draft can be read. */
export function leer(expediente: Expediente): Lectura {
  const contexto = crearContexto(expediente, ejercicioDe(expediente.ejercicio));
  const { huellas, vigente } = contexto;
  const actividades = new Map([...contexto.actividades].map(([id, x]) => [id, x.dato]));
  return {
    expediente,
    vigente,
    actividades,
    huella: () => huella(expediente),
    huellaPlan: huellas.huellaPlan ?? null,
    huellaInforme: huellas.huellaInforme ?? null,
    cumplimiento: calcularCumplimiento(contexto),
    estado: (resultado) => estado(actividades.get(clave(resultado.actividad)), resultado),
    medida,
  };
}

/** Whether a rule of level error is not met: by default, what makes a document a draft. */
export function tieneErrores(expediente: Expediente): boolean {
  return evaluar(expediente, ejercicioDe(expediente.ejercicio)).faltas.some((x) => x.nivel === "error");
}
