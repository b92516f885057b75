import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const RAIZ = join(import.meta.dirname, "../../..");
const NUCLEO = ["lib/guia", "lib/expediente"];
/** What a pure core may stand on: values in, values out. */
const BIBLIOTECAS = /^(zod|big\.js|diff|canonicalize|temporal-polyfill|@noble\/hashes\/.+)$/;

const fuentes = NUCLEO.flatMap((carpeta) =>
  readdirSync(join(RAIZ, carpeta), { recursive: true, encoding: "utf8" })
    .filter((nombre) => nombre.endsWith(".ts"))
    .map((nombre) => ({
      nombre: `${carpeta}/${nombre}`,
      texto: readFileSync(join(RAIZ, carpeta, nombre), "utf8"),
    })),
);

describe("el núcleo es puro", () => {
  test("solo se apoya en sí mismo y en bibliotecas sin reloj ni entrada o salida", () => {
    for (const { nombre, texto } of fuentes)
      for (const [, desde = ""] of texto.matchAll(/\bfrom "([^"]+)"/g)) {
        const propio =
          desde.startsWith(".") || desde.startsWith("@/lib/guia/") || desde.startsWith("@/lib/expediente/");
        expect(propio || BIBLIOTECAS.test(desde), `${nombre} importa ${desde}`).toBe(true);
        if (nombre.startsWith("lib/guia/")) expect(desde, nombre).not.toContain("expediente");
      }
  });

  test("no lee el reloj, el azar ni el entorno", () => {
    for (const { nombre, texto } of fuentes)
      expect(texto, nombre).not.toMatch(
        /new Date\(\)|Date\.now|Temporal\.Now|performance\.|Math\.random|crypto\.|process\.|fetch\(|localStorage|import\(/,
      );
  });

  test("el linter muerde si alguien lo intenta", () => {
    const intruso = join(RAIZ, "lib/expediente/intruso-de-prueba.ts");
    writeFileSync(intruso, 'import { readFileSync } from "node:fs";\n\nexport const leer = readFileSync;\n');
    try {
      const revisar = () =>
        execFileSync(join(RAIZ, "node_modules/.bin/biome"), ["lint", intruso], { cwd: RAIZ, stdio: "pipe" });
      expect(revisar).toThrow(/noRestrictedImports/);
    } finally {
      rmSync(intruso);
    }
  });
});
