import { describe, expect, test } from "vitest";
import { cambiosDe } from "@/lib/casos/comite/cambios";
import { documentoDe } from "@/lib/casos/comite/documento";
import { informeEnBreve } from "@/lib/casos/comite/en-breve";
import { fueraDePlazoParaFirmar, ultimoInstanteParaFirmar } from "@/lib/casos/comite/plazo";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";
import { expedienteValido } from "@/tests/apoyo/expedienteValido";

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

describe("el informe en breve", () => {
  test("dice cuánto se cumplió y qué no, con su razón, y corta lo largo", () => {
    const valido = expedienteValido();
    const { informe } = valido;
    const [primera, ...otras] = informe?.actividades ?? [];
    const [dificultad] = informe?.dificultadesHolguras ?? [];
    if (!informe || !primera || !dificultad) throw new Error("El expediente válido trae informe.");
    const breve = informeEnBreve({
      ...valido,
      informe: {
        ...informe,
        actividades: [{ ...primera, ejecutadaSegunDescripcion: false }, ...otras],
        dificultadesHolguras: [{ ...dificultad, descripcion: "palabra ".repeat(100) }],
      },
    });
    const [actividades, desempeno] = breve.cuentas;
    const { cumplimiento } = evaluar(valido, ejercicioDe(2025));
    const { total } = cumplimiento.actividades;
    expect(actividades?.grupos[0]).toMatchObject({
      nombre: "No cumplidas",
      casos: [
        { clave: primera.actividad, texto: expect.stringContaining("no se ejecutó según lo descrito") },
      ],
    });
    expect(actividades?.cifra).toMatch(new RegExp(`^\\d+ de ${total} cumplida`));
    expect(desempeno?.cifra).toMatch(
      new RegExp(`^${cumplimiento.desempeno.alcanzadas} de ${cumplimiento.desempeno.total} alcanzada`),
    );
    expect(breve.dificultades[0]?.texto).toMatch(/^(palabra ?)+…$/);
    expect(breve.seguimiento).toHaveLength(4);
  });

  test("un informe sin empezar también se resume", () => {
    const breve = informeEnBreve({ ...expedienteValido(), informe: null });
    expect(breve.cuentas[0]?.grupos).toMatchObject([{ nombre: "Por responder" }]);
    expect(breve.seguimiento.every(({ texto }) => texto === null)).toBe(true);
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
