import { describe, expect, it } from "vitest";
import { REGLAS } from "@/lib/guia/e3-2025/reglas";
import { esperadoDe } from "@/lib/planilla/esperado";

// What a workbook can break: the report, the recipients and the plan. The adjustments come in no workbook.
const EN_PLANILLA = /^(PLAN|EJE|DES|SAT|DYH|INF|DIF)-/;

describe("lo que se espera en una celda", () => {
  it.each(
    REGLAS.filter(({ codigo, nivel }) => nivel === "aviso" && EN_PLANILLA.test(codigo)).map(
      ({ codigo, exigencia }) => [codigo, exigencia] as const,
    ),
  )("de %s, un aviso, no es la falta que nombra su regla", (codigo, exigencia) => {
    expect(esperadoDe(codigo)).not.toBe(exigencia);
    expect(esperadoDe(codigo)).not.toBe("");
  });

  it("de un error es lo que su regla exige; de lo que no es regla, nada", () => {
    expect(esperadoDe("DES-03")).toBe("Denominador distinto de cero");
    expect(esperadoDe("FORMATO")).toBe("");
  });
});
