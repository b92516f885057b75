import type { IdCita } from "../citas";
import { familia } from "./tipo";

/**
 * DES and SAT: results of performance and of satisfaction indicators. One text for both; what differs is the list,
 * the sentence of the guide, and DES-04, which has no counterpart because nobody writes a satisfaction result.
 */
function reglasDe<const P extends "DES" | "SAT">(
  prefijo: P,
  lista: string,
  citas: { reportar: IdCita; valor: IdCita; interpretacion: IdCita; brechas: IdCita; soloBrechas: IdCita },
) {
  const regla = familia(prefijo === "DES" ? "desempeno" : "satisfaccion");
  const ruta = (campo: string) => `/informe/${lista}/i/${campo}`;
  return [
    regla(
      `${prefijo}-01`,
      "error",
      "Un resultado, y solo uno, por cada indicador del plan vigente; ninguno de un indicador ajeno",
      `/informe/${lista}`,
      citas.reportar,
      {
        falta: "{lugar}: falta informar su resultado. Infórmelo.",
        repetido: "{lugar}: su resultado está informado más de una vez. Deje uno solo.",
        ajeno: "El informe trae un resultado del indicador «{id}», que no está en el Plan 2025. Retírelo.",
      },
    ),
    regla(
      `${prefijo}-02`,
      "error",
      prefijo === "DES"
        ? "Dice si se midió; si se midió: numerador, denominador y resultado"
        : "Dice si se midió; si se midió: numerador y denominador",
      ruta("medido"),
      citas.valor,
      {
        medido: "{lugar}: falta decir si se pudo medir. Responda sí o no.",
        falta: "{lugar}: falta el {campo}. Escríbalo.",
      },
    ),
    regla(
      `${prefijo}-03`,
      "error",
      "Denominador distinto de cero",
      ruta("denominador"),
      citas.valor,
      "{lugar}: el denominador es 0 y no se puede dividir por cero. Corríjalo o indique que no se pudo medir.",
    ),
    regla(
      `${prefijo}-05`,
      "error",
      "Interpretación y conclusiones",
      ruta("interpretacion"),
      citas.interpretacion,
      "{lugar}: falta la interpretación y las conclusiones. Analice el resultado y su significado.",
    ),
    regla(
      `${prefijo}-06`,
      "error",
      "Meta no alcanzada: análisis de brechas",
      ruta("analisisBrechas"),
      citas.brechas,
      "{lugar}: el valor {valor} no alcanza la meta {meta} (sentido {sentido}) y falta el análisis de brechas. Explique la diferencia y los obstáculos.",
    ),
    regla(
      `${prefijo}-07`,
      "error",
      "Meta alcanzada: el análisis de brechas va vacío",
      ruta("analisisBrechas"),
      citas.soloBrechas,
      "{lugar}: el valor {valor} alcanza la meta {meta} (sentido {sentido}) y trae análisis de brechas. Déjelo vacío; use la interpretación para sus comentarios.",
    ),
    regla(
      `${prefijo}-08`,
      "error",
      "No se pudo medir: justificación",
      ruta("justificacion"),
      "noMedido",
      "{lugar}: no se pudo medir y falta la justificación. Explique las razones.",
    ),
    regla(
      `${prefijo}-09`,
      "error",
      "No se pudo medir: antecedentes",
      ruta("antecedentes"),
      "noMedidoAntecedentes",
      "{lugar}: no se pudo medir y faltan los antecedentes. Entregue los que ayuden a comprender la situación.",
    ),
    regla(
      `${prefijo}-10`,
      "error",
      "No se pudo medir: sin numerador, denominador, resultado ni análisis de brechas",
      ruta("numerador"),
      "noMedido",
      "{lugar}: dice que no se pudo medir y trae {campo} ({encontrado}). Quítelo, o indique que se midió.",
    ),
    regla(
      `${prefijo}-11`,
      "aviso",
      prefijo === "DES" ? "Porcentaje mayor que 100, o numerador negativo" : "Porcentaje mayor que 100",
      ruta("numerador"),
      citas.valor,
      {
        porcentaje: "{lugar}: el porcentaje es {valor}, mayor que 100. Revise el numerador y el denominador.",
        negativo: "{lugar}: el numerador {numerador} es negativo. Revíselo.",
      },
    ),
  ] as const;
}

const des = familia("desempeno");

export const REGLAS_INDICADORES = [
  ...reglasDe("DES", "indicadoresDesempeno", {
    reportar: "desReportar",
    valor: "desValor",
    interpretacion: "desInterpretacion",
    brechas: "desBrechas",
    soloBrechas: "desBrechasSolo",
  }),
  des(
    "DES-04",
    "error",
    "El resultado es el redondeo (la mitad se aleja de cero) de numerador ÷ denominador × factor, a los decimales que tiene",
    "/informe/indicadoresDesempeno/i/resultado",
    "formulaYMeta",
    "{lugar}: el resultado {resultado} no corresponde a {numerador} ÷ {denominador}{porFactor} = {esperado}{redondeo}. Corrija el numerador, el denominador o el resultado.",
  ),
  ...reglasDe("SAT", "indicadoresSatisfaccion", {
    reportar: "satReportar",
    valor: "satValor",
    interpretacion: "satInterpretacion",
    brechas: "satBrechas",
    soloBrechas: "satBrechasSolo",
  }),
] as const;
