import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const E2E = new URL("../../e2e/", import.meta.url);
const recorridos = readdirSync(E2E).filter((nombre) => nombre.endsWith(".spec.ts"));

test("toda prueba en el navegador falla con un error en la consola", () => {
  expect(recorridos.length).toBeGreaterThan(4);
  for (const nombre of recorridos) {
    const texto = readFileSync(new URL(nombre, E2E), "utf8");
    const delRunner = [...texto.matchAll(/import\s+\{([^}]*)\}\s+from "@playwright\/test"/g)];
    const sinVigilar = delRunner.some(([, nombres = ""]) => /\btest\b/.test(nombres));
    // `test` of ./apoyo watches the console of its page; whoever opens other windows sits people with `sentarse`.
    if (sinVigilar) expect(texto, nombre).toMatch(/\bsentarse\b[\s\S]*from "\.\/anio-/);
  }
});

test("un error de consola se espera por su texto, nunca todos", () => {
  for (const nombre of recorridos) {
    const texto = readFileSync(new URL(nombre, E2E), "utf8");
    expect(texto, nombre).not.toMatch(/erroresEsperados:\s*\[?\s*\/\.[*+]?\//);
  }
});
