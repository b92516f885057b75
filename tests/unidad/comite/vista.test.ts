import { describe, expect, test } from "vitest";
import { cambiosDe } from "@/lib/casos/comite/cambios";
import { documentoDe } from "@/lib/casos/comite/documento";
import { fueraDePlazoParaFirmar, ultimoInstanteParaFirmar } from "@/lib/casos/comite/plazo";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";

const expediente = expedienteFicticio({ actividades: 3, indicadoresPorActividad: 2, destinatarios: 1 });

describe("lo que el Comité lee en pantalla", () => {
  test("el plan entero: cada texto de cada actividad vigente está en el documento", () => {
    const todo = JSON.stringify(documentoDe("plan", { ...expediente, ajustes: [] }));
    for (const actividad of expediente.planOriginal?.actividades ?? []) {
      expect(todo).toContain(JSON.stringify(actividad.descripcion).slice(1, -1));
      for (const { id } of actividad.indicadoresDesempeno ?? []) expect(todo).toContain(id);
    }
    expect(documentoDe("plan", expediente).map(({ titulo }) => titulo)).toEqual([
      "Objetivos",
      "Indicadores de satisfacción usuaria",
      "Actividades",
    ]);
  });

  test("el informe es el formulario E3O1RT1, sin lugares para firmar a mano", () => {
    const secciones = documentoDe("informe", expediente);
    expect(secciones.length).toBeGreaterThan(4);
    expect(JSON.stringify(secciones)).not.toContain("firma y timbre");
  });

  test("sin plan no hay documento", () => {
    expect(documentoDe("plan", { ...expediente, planOriginal: null, ajustes: [] })).toEqual([]);
  });

  test("cada cambio trae lo que decía, lo que dice y las categorías con la explicación de la guía", () => {
    const cambios = cambiosDe(expediente);
    const decididos = (expediente.ajustes ?? []).filter(({ decision }) => decision !== "mantiene");
    expect(cambios).toHaveLength(decididos.length);
    for (const { clave, categorias } of cambios) {
      expect(cambios.filter((otro) => otro.clave === clave)).toHaveLength(1);
      for (const { nombre, explicacion } of categorias) {
        expect(nombre).toMatch(/^[a-g]\) /);
        expect(explicacion.length).toBeGreaterThan(20);
      }
    }
  });
});

describe("plazo del acta", () => {
  test.each([
    ["plan", "2025-07-01T03:59:59.999Z"],
    ["informe", "2026-01-01T02:59:59.999Z"],
  ] as const)("el último instante del %s es el fin del día chileno", (materia, instante) => {
    const ultimo = ultimoInstanteParaFirmar(materia, { anio: 2025 });
    expect(ultimo.toISOString()).toBe(instante);
    expect(fueraDePlazoParaFirmar(materia, { anio: 2025 }, ultimo)).toBeNull();
    expect(fueraDePlazoParaFirmar(materia, { anio: 2025 }, new Date(ultimo.getTime() + 1))).toContain(
      "acta en papel",
    );
  });
});
