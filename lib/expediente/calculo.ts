import Big from "big.js";
import type { Indicador } from "./formato";
import { mostrarNumero } from "./numero";
import { vacio } from "./texto";

/**
 * Arithmetic of indicators, in exact decimals (§3). A quotient is rounded once, from the exact division: `div` of
 * big.js keeps dividing until the digit that decides is known, with the number of decimals we set just before.
 */

const Decimal = Big();
/** Half away from zero. */
Decimal.RM = 1;
const CIEN = new Decimal(100);

/** Decimals of a number in its shortest form, that of ECMAScript: 3.20 has one, 1e-7 has seven, 1e21 none. */
export function decimales(numero: number): number {
  if (Number.isInteger(numero)) return 0;
  const [mantisa = "", exponente = "0"] = String(numero).split("e");
  const punto = mantisa.indexOf(".");
  return Math.max(0, (punto < 0 ? 0 : mantisa.length - punto - 1) - Number(exponente));
}

/** numerador ÷ denominador × factor, exact: it is rounded only when asked. The denominator is not zero. */
export class Cuociente {
  private readonly dividendo: Big;
  private readonly divisor: Big;
  /** The last rounding: whoever asks next usually asks for as many decimals. */
  private ultimo: { readonly lugares: number; readonly valor: Big } | null = null;

  constructor(numerador: number, denominador: number, factor: number) {
    const entero = new Decimal(numerador);
    this.dividendo = factor === 1 ? entero : entero.times(factor === 100 ? CIEN : factor);
    this.divisor = new Decimal(denominador);
  }

  /** Half away from zero, to the decimals asked. */
  redondear(lugares: number): Big {
    if (this.ultimo?.lugares !== lugares) {
      Decimal.DP = lugares;
      this.ultimo = { lugares, valor: this.dividendo.div(this.divisor) };
    }
    return this.ultimo.valor;
  }

  /** Whether it is `valor` itself and not something that rounds to it. */
  es(valor: Big): boolean {
    return this.dividendo.eq(valor.times(this.divisor));
  }

  /** DES-04: whether a written result is its rounding to the decimals that the result has. */
  redondeaA(resultado: number): boolean {
    // What one of its roundings is equal to, it rounds to with as many decimals as that has: half a unit of them is further away.
    return this.ultimo?.valor.eq(resultado) || this.redondear(decimales(resultado)).eq(resultado);
  }
}

/** numerador ÷ denominador × factor, rounded half away from zero to the decimals asked. The denominator is not zero. */
export function cuociente(numerador: number, denominador: number, factor: number, lugares: number): Big {
  return new Cuociente(numerador, denominador, factor).redondear(lugares);
}

/** Whether numerador ÷ denominador × factor is greater than `tope`, compared exactly. */
export function supera(numerador: number, denominador: number, factor: number, tope: number): boolean {
  // Far from the limit floating point cannot be wrong about the side.
  if ((numerador / denominador) * factor < tope * 0.99) return false;
  const [alto, bajo] = [new Decimal(numerador).times(factor), new Decimal(denominador).times(tope)];
  return denominador > 0 ? alto.gt(bajo) : alto.lt(bajo);
}

export interface IndicadorDefinido {
  readonly factor: 1 | 100;
  readonly sentido: "ascendente" | "descendente";
  readonly meta: number;
}

/** The definition of an indicator if it is whole (PLAN-06: name, formula, factor, sense and target); null otherwise. */
export function definicion(indicador: Indicador): IndicadorDefinido | null {
  const { factor, sentido, meta } = indicador;
  if (vacio(indicador.nombre) || vacio(indicador.formula)) return null;
  if (factor !== 1 && factor !== 100) return null;
  if (sentido !== "ascendente" && sentido !== "descendente") return null;
  return typeof meta === "number" ? { factor, sentido, meta } : null;
}

const DECIMALES_A_LA_VISTA = 10;

/** The value of an indicator, and whether it reaches its target. */
export class Medicion {
  /** Value rounded to two decimals, or to those of the target if it has more. Decides whether the target is reached. */
  readonly valor: Big;
  readonly alcanzada: boolean;

  constructor(
    readonly cuociente: Cuociente,
    { sentido, meta }: IndicadorDefinido,
  ) {
    this.valor = cuociente.redondear(Math.max(2, decimales(meta)));
    this.alcanzada = sentido === "ascendente" ? this.valor.gte(meta) : this.valor.lte(meta);
  }

  /** The quotient in es-CL: whole, or its first decimals and an ellipsis. */
  get exacto(): string {
    const visto = this.cuociente.redondear(DECIMALES_A_LA_VISTA);
    return mostrarNumero(visto) + (this.cuociente.es(visto) ? "" : "…");
  }
}

/**
 * The value of an indicator and whether it reaches its target, or null when it cannot be computed (a number is
 * missing, the denominator is zero, the definition is not whole). The written result never decides.
 */
export function medir(
  indicador: Indicador,
  numerador: number | null | undefined,
  denominador: number | null | undefined,
): Medicion | null {
  const definido = definicion(indicador);
  if (!definido || typeof numerador !== "number" || typeof denominador !== "number" || denominador === 0)
    return null;
  return new Medicion(new Cuociente(numerador, denominador, definido.factor), definido);
}

/**
 * The result to write for an indicator: the quotient rounded to `lugares` decimals, or to fewer when a JSON number
 * cannot hold so many digits. Always accepted by DES-04; null when no JSON number can say it.
 */
export function resultadoCalculado(
  numerador: number,
  denominador: number,
  factor: 1 | 100,
  lugares = 2,
): number | null {
  const exacto = new Cuociente(numerador, denominador, factor);
  for (let decimal = lugares; decimal >= 0; decimal--) {
    const resultado = Number(exacto.redondear(decimal).toString());
    if (Number.isFinite(resultado) && exacto.redondeaA(resultado)) return resultado === 0 ? 0 : resultado;
  }
  return null;
}

/** DES-04: whether a written result is the rounding of the quotient to the decimals it has. */
export function resultadoCorresponde(
  resultado: number,
  numerador: number,
  denominador: number,
  factor: 1 | 100,
): boolean {
  return new Cuociente(numerador, denominador, factor).redondeaA(resultado);
}
