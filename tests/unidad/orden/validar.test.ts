import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { expedienteValido, planValido } from "@/tests/apoyo/expedienteValido";

vi.setConfig({ testTimeout: 60_000 });

const RAIZ = join(import.meta.dirname, "../../..");
const carpeta = mkdtempSync(join(tmpdir(), "cseu-orden-"));
afterAll(() => rmSync(carpeta, { recursive: true }));

function archivo(nombre: string, contenido: string | object): string {
  const ruta = join(carpeta, nombre);
  writeFileSync(ruta, typeof contenido === "string" ? contenido : JSON.stringify(contenido));
  return ruta;
}

function cseu(...argumentos: string[]): Promise<{ salida: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "lib/orden/cseu.ts", ...argumentos],
      { cwd: RAIZ },
      (error, stdout, stderr) => resolve({ salida: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

const valido = archivo("valido.json", expedienteValido());
const plan = archivo("plan.json", planValido());
const conFalta = archivo("falta.json", { ...expedienteValido(), difusion: null });

describe("cseu validar", () => {
  test("escribe una línea de JSON por archivo, en el orden dado, y prevalece la salida 2", async () => {
    const grande = archivo("grande.json", "");
    truncateSync(grande, 200_000_000);
    mkdirSync(join(carpeta, "dir"));
    const rutas = [conFalta, valido, plan, grande, join(carpeta, "dir"), join(carpeta, "no-existe.json")];
    const { salida, stdout, stderr } = await cseu("validar", ...rutas, "--json");
    expect(salida).toBe(2);
    expect(stderr).toBe("");
    const lineas = stdout
      .trim()
      .split("\n")
      .map((linea) => JSON.parse(linea));
    expect(lineas.map((linea) => linea.archivo)).toEqual(rutas);
    expect(lineas.map((linea) => linea.valido)).toEqual([false, true, true, false, false, false]);
    expect(Object.keys(lineas[1])).toEqual(["archivo", "valido", "faltas", "huellaPlan", "huellaInforme"]);
    expect(Object.keys(lineas[2])).toEqual(["archivo", "valido", "faltas", "huellaPlan"]);
    for (const linea of lineas.slice(3)) {
      expect(Object.keys(linea)).toEqual(["archivo", "valido", "faltas"]);
      expect(linea.faltas).toHaveLength(1);
      expect(linea.faltas[0]).toMatchObject({ regla: "FORMATO", nivel: "error", ruta: "" });
    }
    expect(lineas[0].faltas.map(({ regla }: { regla: string }) => regla)).toEqual([
      "DIF-01",
      "DIF-04",
      "DIF-07",
      "DIF-11",
      "DIF-10",
    ]);
  });

  test("sale con 0 si todos son válidos y con 1 si alguno tiene errores", async () => {
    expect((await cseu("validar", valido, plan)).salida).toBe(0);
    const { salida, stdout } = await cseu("validar", valido, conFalta);
    expect(salida).toBe(1);
    expect(stdout).toContain("No hay instancias de difusión");
    expect(stdout).toContain("2 archivos: 1 válidos, 1 con errores");
  });

  test("en texto, lo que el archivo trae no mueve la pantalla, y una clave larga no la llena", async () => {
    const larga = "k".repeat(100_000);
    const hostil = archivo(
      "hostil\u202e.json",
      `{"ejercicio":2025,"a\u001b[2Jb\u202ec\\nd":1,"${larga}":1,"${larga}":2,"formato ":1}`.replace(
        "\u001b",
        "\\u001b",
      ),
    );
    const { stdout } = await cseu("validar", hostil);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(stdout).toContain("La clave «a\\u001b[2Jb\\u202ec\\u000ad» no existe");
    expect(stdout).toContain("La clave «formato » no existe");
    expect(stdout).toContain("hostil\\u202e.json: no válido");
    expect(Math.max(...stdout.split("\n").map((linea) => linea.length))).toBeLessThan(300);

    const { faltas } = JSON.parse((await cseu("validar", hostil, "--json")).stdout);
    expect(faltas.map(({ ruta }: { ruta: string }) => ruta)).toEqual(
      expect.arrayContaining(["/a\u001b[2Jb\u202ec\nd", `/${larga}`]),
    );
    for (const { mensaje } of faltas) expect(mensaje.length).toBeLessThan(300);
  });

  test("lo que no se puede leer dice qué hacer, sin códigos", async () => {
    const grande = archivo("enorme.json", "");
    truncateSync(grande, 200_000_000);
    const rutas = [
      join(valido, "adentro.json"),
      "/dev/null",
      archivo("vacio.json", ""),
      archivo("hondo.json", "[".repeat(100)),
      grande,
    ];
    const { stdout } = await cseu("validar", ...rutas, "--json");
    const mensajes = stdout
      .trim()
      .split("\n")
      .map((linea) => JSON.parse(linea).faltas[0].mensaje as string);
    expect(mensajes).toHaveLength(rutas.length);
    for (const mensaje of mensajes) {
      expect(mensaje).toMatch(/\. (Revise|Indique|Vuelva|Guarde)[^.]+\.$/);
      expect(mensaje).not.toMatch(/E[A-Z]{3,}/);
    }
  });

  test("sin archivos, o con una opción que no existe, dice cómo se usa y sale con 2", async () => {
    for (const argumentos of [[], ["--xml", valido]]) {
      const { salida, stderr } = await cseu("validar", ...argumentos);
      expect(salida).toBe(2);
      expect(stderr).toContain("Uso: npm run --silent cseu -- validar");
    }
  });
});

test("cseu esquema y cseu reglas escriben el formato y la tabla", async () => {
  const esquema = JSON.parse((await cseu("esquema")).stdout);
  expect(Object.keys(esquema)).toEqual(["expediente", "plan"]);
  expect(Object.keys(esquema.expediente.properties)[3]).toBe("planOriginal");
  const { stdout, salida } = await cseu("reglas", "--json");
  expect([salida, JSON.parse(stdout).length]).toEqual([0, 84]);
});
