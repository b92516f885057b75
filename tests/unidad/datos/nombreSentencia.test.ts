import { expect, test } from "vitest";
import { nombradorDeSentencias } from "@/lib/datos/nombreSentencia";

test("una sentencia recibe nombre cuando se repite, y siempre el mismo", () => {
  const nombrar = nombradorDeSentencias();
  expect([nombrar("SELECT 1"), nombrar("SELECT 1")]).toEqual(["", ""]);
  const nombre = nombrar("SELECT 1");
  expect(nombre).not.toBe("");
  expect(nombrar("SELECT 1")).toBe(nombre);
});

test("dos sentencias distintas nunca comparten nombre", () => {
  const nombrar = nombradorDeSentencias();
  const textos = Array.from({ length: 250 }, (_, n) => `SELECT ${n}`);
  for (let vez = 0; vez < 2; vez++) for (const texto of textos) nombrar(texto);
  expect(new Set(textos.map(nombrar)).size).toBe(textos.length);
});

test("lo que se pide una vez, lo muy largo y lo que ya no cabe va sin nombre", () => {
  const nombrar = nombradorDeSentencias();
  const insistir = (texto: string) => [nombrar(texto), nombrar(texto), nombrar(texto)].at(-1);
  for (let n = 0; n < 5000; n++) expect(nombrar(`SELECT una vez ${n}`)).toBe("");
  expect(insistir(`SELECT '${"x".repeat(30_000)}'`)).toBe("");
  for (let n = 0; n < 400; n++) insistir(`SELECT ${n}`);
  expect(insistir("SELECT otra más")).toBe("");
  expect(nombrar("SELECT 0")).not.toBe("");
});
