import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ejecutar } from "@/lib/orden/documentos";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";
import { leerPdf } from "@/tests/apoyo/leerPdf";

// Drawing is quick; a machine busy with other tests is not.
vi.setConfig({ testTimeout: 60_000 });

const RAIZ = join(import.meta.dirname, "../../..");
const CUATRO = ["e3o1rt1.pdf", "e3o1rt1.xlsx", "e3o1rt2.pdf", "e3o1rt2.xlsx"];
let carpeta: string;
let dicho: string[];

beforeEach(() => {
  carpeta = mkdtempSync(join(tmpdir(), "cseu-documentos-"));
  dicho = [];
  for (const canal of ["log", "error"] as const)
    vi.spyOn(console, canal).mockImplementation((x: unknown) => void dicho.push(String(x)));
});
afterEach(() => vi.restoreAllMocks());

function guardar(valor: unknown): string {
  const ruta = join(carpeta, "expediente.json");
  writeFileSync(ruta, typeof valor === "string" ? valor : JSON.stringify(valor));
  return ruta;
}

describe("cseu documentos", () => {
  it("escribe los cuatro documentos y crea la carpeta", async () => {
    const archivo = guardar(
      expedienteFicticio({ actividades: 1, indicadoresPorActividad: 1, destinatarios: 3 }),
    );
    const salida = join(carpeta, "nueva", "carpeta");
    expect(await ejecutar([archivo, "--salida", salida])).toBe(0);
    expect(readdirSync(salida).sort()).toEqual(CUATRO);
  });

  it("como orden de verdad, en su propio proceso, sale con 0 y deja los cuatro", async () => {
    const archivo = guardar(
      expedienteFicticio({ actividades: 1, indicadoresPorActividad: 1, destinatarios: 3 }),
    );
    const orden = ["--import", "tsx", "lib/orden/cseu.ts", "documentos", archivo, "--salida", carpeta];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, orden, { cwd: RAIZ });
    expect(stderr).toBe("");
    expect(stdout).toContain("e3o1rt1.xlsx, e3o1rt1.pdf, e3o1rt2.xlsx, e3o1rt2.pdf");
    expect(readdirSync(carpeta)).toEqual(expect.arrayContaining(CUATRO));
  });

  it("un expediente con errores se dibuja como borrador", async () => {
    const archivo = guardar({ formato: "expediente-cseu/v1", ejercicio: 2025, institucion: { codigo: "1" } });
    expect(await ejecutar(["--salida", carpeta, archivo])).toBe(0);
    const { paginas } = await leerPdf(readFileSync(join(carpeta, "e3o1rt1.pdf")));
    expect(paginas.every((x) => x.includes("BORRADOR"))).toBe(true);
    expect(dicho.join("\n")).toContain("marcados BORRADOR");
  });

  it.each([
    ["sin argumentos", () => [], "Falta el archivo"],
    ["sin carpeta", () => [guardar({})], "Falta --salida"],
    ["con una opción ajena", () => [guardar({}), "--otra"], "No existe la opción"],
    ["un archivo que no está", () => ["no-esta.json", "--salida", carpeta], "no existe"],
    ["un archivo que no es JSON", () => [guardar("{"), "--salida", carpeta], "no es JSON"],
    ["un expediente fuera de formato", () => [guardar({ formato: "otro" }), "--salida", carpeta], "FORMATO"],
    [
      "una carpeta imposible",
      () => [
        guardar(expedienteFicticio({ actividades: 1, indicadoresPorActividad: 1, destinatarios: 1 })),
        "--salida",
        join(carpeta, "expediente.json", "x"),
      ],
      "No se puede escribir",
    ],
  ])("%s: sale con 2 y lo dice", async (_, argumentos, mensaje) => {
    expect(await ejecutar(argumentos())).toBe(2);
    expect(dicho.join("\n")).toContain(mensaje);
    expect(dicho.join("\n")).not.toMatch(/\n\s+at /);
  });
});
