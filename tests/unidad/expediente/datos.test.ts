import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { juzgar } from "@/lib/expediente/juzgar";

/** The real data, where it is at hand: plans, whole expedientes and the cases with a single change. */

const DATOS = new URL("../../../../shared/datos/", import.meta.url);
const hayDatos = existsSync(DATOS);
const archivos = (carpeta: string) =>
  hayDatos ? readdirSync(new URL(carpeta, DATOS)).filter((nombre) => nombre !== "esperado.json") : [];
const leer = (ruta: string) => readFileSync(new URL(ruta, DATOS));

describe(`los datos reales${hayDatos ? "" : " (sin ../shared/datos: no se revisan)"}`, () => {
  test("todos los planes son válidos", () => {
    for (const nombre of archivos("planes/")) {
      const { valido, faltas, huellaPlan } = juzgar(leer(`planes/${nombre}`));
      expect({ nombre, valido, faltas }).toEqual({ nombre, valido: true, faltas: [] });
      expect(huellaPlan).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test("todos los expedientes son válidos, con las huellas de sus actas", () => {
    for (const nombre of archivos("expedientes/")) {
      const { valido, faltas, expediente, huellaPlan, huellaInforme } = juzgar(leer(`expedientes/${nombre}`));
      expect({ nombre, valido, errores: faltas.filter(({ nivel }) => nivel === "error") }).toEqual({
        nombre,
        valido: true,
        errores: [],
      });
      expect(huellaPlan).toBe(expediente?.aprobacionPlan?.huella);
      expect(huellaInforme).toBe(expediente?.aprobacionInforme?.huella);
    }
  });

  test("cada caso tiene los errores esperados y ningún otro", () => {
    if (!hayDatos) return;
    const esperado: Record<string, string[]> = JSON.parse(leer("casos/esperado.json").toString());
    for (const [caso, reglas] of Object.entries(esperado)) {
      const { faltas } = juzgar(leer(`casos/${caso}.json`));
      const errores = new Set(faltas.filter(({ nivel }) => nivel === "error").map(({ regla }) => regla));
      expect({ caso, reglas: [...errores].sort() }).toEqual({ caso, reglas: [...reglas].sort() });
    }
  });
});
