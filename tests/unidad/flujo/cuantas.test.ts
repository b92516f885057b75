import { expect, test } from "vitest";
import { cuantas, cuantasInstituciones } from "@/lib/flujo/cuantas";
import { enumerar } from "@/lib/flujo/enumerar";

test("una sola se dice en singular, y ninguna en plural", () => {
  expect([0, 1, 2].map((n) => cuantas(n, "cambio", "cambios"))).toEqual([
    "0 cambios",
    "1 cambio",
    "2 cambios",
  ]);
  expect([1, 12_345].map(cuantasInstituciones)).toEqual(["1 institución", "12.345 instituciones"]);
});

test("varias cosas se dicen una tras otra", () => {
  expect(enumerar(["Norte"])).toBe("Norte");
  expect(enumerar(["Norte", "Centro", "Sur"])).toBe("Norte, Centro y Sur");
});
