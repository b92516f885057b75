import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { conBase } from "@/tests/apoyo/base";
import { asegurarEjercicio } from "@/tests/apoyo/institucion";
import { planDePrueba } from "@/tests/apoyo/planDePrueba";

// Each call starts a process.
vi.setConfig({ testTimeout: 300_000 });

const base = conBase();
const carpeta = mkdtempSync(join(tmpdir(), "cseu-precargar-"));
afterAll(() => rmSync(carpeta, { recursive: true }));

function archivo(nombre: string, contenido: unknown): string {
  const ruta = join(carpeta, nombre);
  writeFileSync(ruta, JSON.stringify(contenido));
  return ruta;
}

function precargar(url: string, ...argumentos: string[]): Promise<{ salida: number; texto: string }> {
  return new Promise((resolver) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "lib/orden/cseu.ts", "precargar", ...argumentos],
      { env: { ...process.env, DATABASE_URL: url } },
      (error, stdout, stderr) => resolver({ salida: error ? Number(error.code) : 0, texto: stdout + stderr }),
    );
  });
}

test("cseu precargar dice por institución qué hizo, y la segunda vez no cambia nada", async () => {
  await asegurarEjercicio();
  const [uno, otro] = [
    archivo("uno.json", planDePrueba("ORD-1")),
    archivo("otro.json", planDePrueba("ORD-2")),
  ];
  const sinInstitucion = await precargar(base.app, uno);
  expect(sinInstitucion).toMatchObject({
    salida: 1,
    texto: expect.stringContaining("No existe una institución con el código «ORD-1»"),
  });
  const creados = await precargar(base.app, uno, otro, "--crear-instituciones");
  expect(creados.salida).toBe(0);
  expect(creados.texto).toContain(
    "ORD-1 Servicio ORD-1: plan creado (2 objetivos, 2 actividades, 3 indicadores); institución creada",
  );
  expect(creados.texto).toContain("2 archivos: 2 cargados o iguales, 0 rechazados, 0 ilegibles.");
  const otraVez = await precargar(base.app, uno, otro);
  expect(otraVez).toMatchObject({ salida: 0, texto: expect.stringContaining("sin cambios") });
});

test("lo ilegible, lo mal pedido y una base que no responde salen con 2 y sin traza", async () => {
  const roto = archivo("roto.json", "no es un plan");
  const casos = [
    await precargar(base.app, roto, join(carpeta, "no-existe.json")),
    await precargar(base.app),
    await precargar(base.app, "--borrar", roto),
    await precargar("postgres://nadie:nada@127.0.0.1:1/nada", archivo("bien.json", planDePrueba("ORD-3"))),
  ];
  for (const { salida, texto } of casos) {
    expect(salida).toBe(2);
    expect(texto).not.toMatch(/\n\s+at /);
  }
});
