import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const CONFIGURACION = fileURLToPath(new URL("../../../.biome.json", import.meta.url));
const BIOME = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");

/** Folder of the house, and what a file of it would import. */
const PROHIBIDAS = [
  ["lib/metrica", "@/lib/flujo/actor"],
  ["lib/metrica", "../datos/conexion"],
  ["lib/guia/e3-2025", "@/lib/expediente/texto"],
  ["lib/guia/e3-2025", "../../expediente/texto"],
  ["lib/expediente", "@/lib/flujo/rut"],
  ["lib/expediente", "node:fs"],
  ["lib/expediente", "react"],
  ["lib/flujo", "@/lib/datos/transaccion"],
  ["lib/datos", "@/lib/casos/contexto"],
  ["lib/documentos", "@/lib/datos/transaccion"],
  ["lib/planilla", "@/lib/datos/transaccion"],
  ["lib/archivos", "@/lib/casos/contexto"],
  ["lib/correo", "@/lib/casos/contexto"],
  ["lib/sesion", "@/lib/borde/accion"],
  ["lib/casos", "@/lib/borde/accion"],
  ["lib/casos", "next/headers"],
  ["lib/casos", "pg"],
  ["lib/borde", "@/lib/orden/consola"],
  ["components/ui", "@/lib/datos/transaccion"],
  ["app", "@/lib/datos/transaccion"],
  ["app", "@prisma/client"],
] as const;
const PERMITIDAS = [
  ["lib/metrica", "@/lib/metrica/carga"],
  ["lib/expediente", "@/lib/guia/e3-2025/valores"],
  ["lib/flujo", "@/lib/expediente/fecha"],
  ["lib/datos", "@/lib/flujo/actor"],
  ["lib/casos", "@/lib/datos/transaccion"],
  ["lib/borde", "@/lib/casos/contexto"],
  ["app", "@/lib/borde/pagina"],
] as const;

/** A tree with our configuration and one file for each import: planted, and never inside the project. */
let jardin = "";
let salida = "";
const todas = [...PROHIBIDAS, ...PERMITIDAS];
const plantada = (carpeta: string, modulo: string) =>
  `${carpeta}/plantada-${todas.findIndex(([c, m]) => c === carpeta && m === modulo)}.ts`;

beforeAll(() => {
  jardin = mkdtempSync(join(tmpdir(), "cseu-flechas-"));
  copyFileSync(CONFIGURACION, join(jardin, ".biome.json"));
  for (const [carpeta, modulo] of todas) {
    const archivo = join(jardin, plantada(carpeta, modulo));
    mkdirSync(dirname(archivo), { recursive: true });
    writeFileSync(archivo, `import { cosa } from "${modulo}";\n\nexport const otra = cosa;\n`);
  }
  const lint = [BIOME, "lint", "--colors=off", "--vcs-enabled=false", "--max-diagnostics=none"];
  const { stdout, stderr } = spawnSync(process.execPath, lint, { cwd: jardin, encoding: "utf8" });
  salida = stdout + stderr;
}, 60_000);
afterAll(() => rmSync(jardin, { recursive: true, force: true }));

/** Whether the lint complained of the import of that file. */
const mordio = (carpeta: string, modulo: string) =>
  salida
    .split("\n")
    .some((linea) => linea.includes(plantada(carpeta, modulo)) && /noRestrictedImports/.test(linea));

describe("las flechas entre carpetas", () => {
  it("el lint revisó todo lo plantado", () => {
    // The configuration is one more.
    expect(salida).toContain(`Checked ${todas.length + 1} files`);
  });

  it.each(PROHIBIDAS)("el lint rechaza que %s use %s", (carpeta, modulo) => {
    expect(mordio(carpeta, modulo)).toBe(true);
  });

  it.each(PERMITIDAS)("y acepta que %s use %s", (carpeta, modulo) => {
    expect(mordio(carpeta, modulo)).toBe(false);
  });
});
