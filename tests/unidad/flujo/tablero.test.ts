import { expect, test } from "vitest";
import { direccionDelTablero } from "@/components/tablero/direccion";
import { acumular, comoSeBusca, porcentaje } from "@/lib/flujo/tablero";

test("el acumulado ordena los días y no baja nunca", () => {
  const dias = [
    { dia: "2025-06-20", cuantas: 2 },
    { dia: "2025-06-03", cuantas: 1 },
  ];
  expect(acumular(dias)).toEqual([
    { dia: "2025-06-03", acumulado: 1 },
    { dia: "2025-06-20", acumulado: 3 },
  ]);
  expect(acumular([])).toEqual([]);
});

test("100 % es todas y 0 % es ninguna, aunque el redondeo diga otra cosa", () => {
  expect([porcentaje(0, 0), porcentaje(0, 9), porcentaje(9, 9)]).toEqual([0, 0, 100]);
  expect([porcentaje(1, 10_000), porcentaje(9_999, 10_000), porcentaje(1, 3)]).toEqual([1, 99, 33]);
});

test("se busca sin tildes ni mayúsculas", () => {
  expect(comoSeBusca("  Ñuñoa EDUCACIÓN ")).toBe("nunoa educacion");
});

test("la dirección dice solo lo que se pide", () => {
  expect(direccionDelTablero({ por: "ministerio", pagina: 1, texto: "" })).toBe("/coordinacion");
  expect(direccionDelTablero({ por: "grupo", pagina: 2, etapa: "enviado" })).toBe(
    "/coordinacion?por=grupo&pagina=2&etapa=enviado",
  );
});
