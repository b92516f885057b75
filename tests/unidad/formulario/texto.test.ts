import { expect, test } from "vitest";
import { comoTexto, INSTANTE } from "@/components/formulario/texto";

const EN = Date.parse("2026-11-22T22:37:00Z");

test("los instantes de lo que no se guardó se leen día, mes, año y hora de Chile, de 24 horas", () => {
  expect(INSTANTE.format(EN)).toBe("22/11/2026, 19:37");
  expect(INSTANTE.format(Date.parse("2025-07-01T04:05:00Z"))).toBe("01/07/2025, 00:05");
  const entrada = { usuario: "u", institucion: "SVA", lugar: "informe/avances", base: null, valor: "Texto" };
  expect(comoTexto({ ...entrada, escritoEn: EN })).toMatch(/^== SVA · .* · 22\/11\/2026, 19:37\nTexto$/);
});
