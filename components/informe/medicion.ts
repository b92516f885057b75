import { Cuociente, decimales, definicion, medir, resultadoCalculado } from "@/lib/expediente/calculo";
import { leerNumero, mostrarNumero } from "@/lib/expediente/numero";

/** What is needed of an indicator to compute its result. */
export type IndicadorMedible = {
  readonly id: string;
  readonly nombre: string;
  readonly formula: string;
  readonly factor: 1 | 100 | null;
  readonly unidad: string;
  readonly sentido: "ascendente" | "descendente" | null;
  readonly meta: number | null;
};

export type MedicionVista =
  | { readonly estado: "incompleta" }
  | { readonly estado: "imposible"; readonly mensaje: string }
  | {
      readonly estado: "medida";
      /** Rounded value that decides, in es-CL. */
      readonly valor: string;
      /** The quotient in full, or its first decimals with an ellipsis. */
      readonly exacto: string;
      readonly alcanzada: boolean;
      /** The result to write (DES-04), in es-CL; null when no number can say it. */
      readonly propuesto: string | null;
    };

const numero = (texto: string | null) => {
  const leido = leerNumero(texto ?? "");
  return leido.estado === "numero" ? leido.valor : null;
};

/**
 * The result of an indicator while its numbers are typed (§3): takes both as typed, in es-CL.
 * The exact value is never rounded without saying so.
 */
export function medicionDe(
  indicador: IndicadorMedible,
  numerador: string | null,
  denominador: string | null,
): MedicionVista {
  const [n, d] = [numero(numerador), numero(denominador)];
  if (n === null || d === null) return { estado: "incompleta" };
  if (d === 0) return { estado: "imposible", mensaje: "El denominador no puede ser cero." };
  const medicion = medir(indicador, n, d);
  const definido = definicion(indicador);
  if (!medicion || !definido)
    return {
      estado: "imposible",
      mensaje: "La definición del indicador está incompleta en el plan: no se puede calcular.",
    };
  const { factor, meta } = definido;
  const propuesto = resultadoCalculado(n, d, factor, Math.max(2, decimales(meta)));
  return {
    estado: "medida",
    valor: mostrarNumero(medicion.valor),
    exacto: medicion.exacto,
    alcanzada: medicion.alcanzada,
    propuesto: propuesto === null ? null : mostrarNumero(propuesto),
  };
}

/**
 * What is wrong with one of the numbers of an indicator beside the others (DES-03, DES-04), said in its cell; null when
 * nothing is, or when it cannot be known yet. Takes them as typed, in es-CL.
 */
export function reparosDe(
  indicador: IndicadorMedible,
  cifras: { numerador: string | null; denominador: string | null; resultado: string | null },
): { denominador: string | null; resultado: string | null } {
  const [n, d, r] = [numero(cifras.numerador), numero(cifras.denominador), numero(cifras.resultado)];
  const nada = { denominador: null, resultado: null };
  if (d === 0) return { ...nada, denominador: "No puede ser cero." };
  const factor = definicion(indicador)?.factor;
  if (n === null || d === null || r === null || factor === undefined) return nada;
  const exacto = new Cuociente(n, d, factor);
  if (exacto.redondeaA(r)) return nada;
  const lugares = decimales(r);
  const con = lugares === 0 ? "sin decimales" : `con ${lugares} ${lugares === 1 ? "decimal" : "decimales"}`;
  return {
    ...nada,
    resultado: `No es lo calculado: ${con} sería ${mostrarNumero(exacto.redondear(lugares))}.`,
  };
}

/** «≥ 80,5 %»: the target with its direction. */
export function metaEnPalabras({ meta, sentido, unidad }: IndicadorMedible): string {
  if (meta === null) return "Sin meta";
  const signo = sentido === "descendente" ? "≤ " : sentido === "ascendente" ? "≥ " : "";
  return `${signo}${mostrarNumero(meta)} ${unidad}`.trim();
}
