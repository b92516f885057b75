import { type CodigoRegla, REGLA_POR_CODIGO } from "@/lib/guia/e3-2025/reglas";

/** The words of a warning name the fault: under «Se espera» they would ask for it. */
const DE_AVISOS: Partial<Readonly<Record<CodigoRegla, string>>> = {
  "PLAN-07": "el componente con contenido",
  "PLAN-08": "al menos un trámite y un indicador de desempeño",
  "DES-11": "un porcentaje de hasta 100 y un numerador que no sea negativo",
  "SAT-11": "un porcentaje de hasta 100",
  "DYH-07": "una dificultad que la explique",
  "DIF-13": "cada persona una sola vez",
};

/** What a cell should hold by a rule of the guide; "" of what is not one of them. */
export function esperadoDe(regla: string): string {
  if (!Object.hasOwn(REGLA_POR_CODIGO, regla)) return "";
  const codigo = regla as CodigoRegla;
  return DE_AVISOS[codigo] ?? REGLA_POR_CODIGO[codigo].exigencia;
}
