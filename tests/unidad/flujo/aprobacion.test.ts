import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type EstadoMateria,
  type EventoAprobacion,
  estaCompleta,
  estadoDeMateria,
  firmasNecesarias,
  siguienteEstado,
} from "@/lib/flujo/aprobacion";
import { esTurnoDe, type SituacionMateria, turnoDe } from "@/lib/flujo/turnoComite";

const ESTADOS: readonly EstadoMateria[] = ["borrador", "en_firma", "objetada", "aprobada"];
const EVENTOS: readonly EventoAprobacion[] = [
  "enviar",
  "firmar",
  "completar",
  "objetar",
  "modificar",
  "registrarPapel",
];

// Every pair written out: what is not here does not exist.
const ESPERADO: Readonly<Record<EstadoMateria, Partial<Record<EventoAprobacion, EstadoMateria>>>> = {
  borrador: { enviar: "en_firma", registrarPapel: "aprobada" },
  en_firma: { firmar: "en_firma", completar: "aprobada", objetar: "objetada", modificar: "borrador" },
  objetada: { enviar: "en_firma", registrarPapel: "aprobada" },
  aprobada: { modificar: "borrador" },
};

describe("transiciones de la aprobación", () => {
  test.each(ESTADOS.flatMap((desde) => EVENTOS.map((evento) => [desde, evento] as const)))(
    "desde %s, %s",
    (desde, evento) => {
      expect(siguienteEstado(desde, evento)).toBe(ESPERADO[desde][evento] ?? null);
    },
  );

  test("el estado se lee del acta vigente y, sin ella, de la última versión", () => {
    expect(estadoDeMateria(null, false)).toBe("borrador");
    expect(estadoDeMateria({ estado: "aprobada" }, true)).toBe("aprobada");
    expect(estadoDeMateria({ estado: "aprobada" }, false)).toBe("borrador");
    expect(estadoDeMateria({ estado: "anulada" }, false)).toBe("borrador");
    expect(estadoDeMateria({ estado: "objetada" }, true)).toBe("aprobada");
  });
});

describe("regla de aprobación", () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [7, 4],
  ])("de %i integrantes, la mayoría son %i", (integrantes, firmas) => {
    expect(firmasNecesarias({ quorum: "mayoria", exigePresidencia: true }, integrantes)).toBe(firmas);
    expect(firmasNecesarias({ quorum: "unanimidad", exigePresidencia: true }, integrantes)).toBe(integrantes);
  });

  test("una objeción nunca cuenta como firma, y quien preside debe estar cuando se exige", () => {
    const firma = fc.record({
      decision: fc.constantFrom("aprueba" as const, "objeta" as const),
      preside: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(firma),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (firmas, necesarias, exige) => {
          const favorables = firmas.filter(({ decision }) => decision === "aprueba");
          const preside = favorables.some((una) => una.preside);
          expect(estaCompleta(firmas, necesarias, exige)).toBe(
            favorables.length >= necesarias && (!exige || preside),
          );
        },
      ),
    );
  });
});

describe("qué sigue y quién actúa", () => {
  const base: SituacionMateria = {
    materia: "plan",
    estado: "borrador",
    enviado: false,
    faltas: 0,
    firmasFaltan: 2,
    faltaPresidencia: false,
    tarde: false,
  };
  test.each<[string, Partial<SituacionMateria>, string, string]>([
    [
      "con faltas",
      { faltas: 3 },
      "Faltan por corregir 3 puntos antes de enviar el Plan de Mejoramiento al Comité",
      "Contraparte",
    ],
    [
      "con una falta",
      { faltas: 1 },
      "Falta corregir 1 punto antes de enviar el Plan de Mejoramiento al Comité",
      "Contraparte",
    ],
    ["sin faltas", {}, "Envíe el Plan de Mejoramiento al Comité", "Contraparte"],
    [
      "tarde",
      { tarde: true },
      "Registre el acta en papel que aprobó el Plan de Mejoramiento dentro de plazo",
      "Contraparte",
    ],
    [
      "tarde y con faltas",
      { tarde: true, faltas: 3 },
      "Faltan por corregir 3 puntos antes de registrar el acta que aprobó el Plan de Mejoramiento",
      "Contraparte",
    ],
    [
      "esperando dos",
      { estado: "en_firma" },
      "Falta que 2 integrantes del Comité firmen",
      "Comité de Calidad",
    ],
    [
      "esperando uno",
      { estado: "en_firma", firmasFaltan: 1 },
      "Falta que 1 integrante del Comité firme",
      "Comité de Calidad",
    ],
    [
      "esperando a quien preside",
      { estado: "en_firma", firmasFaltan: 1, faltaPresidencia: true },
      "Falta que firme quien preside el Comité",
      "Comité de Calidad",
    ],
    [
      "objetado",
      { estado: "objetada" },
      "Resuelva la objeción y envíe otra vez el Plan de Mejoramiento al Comité",
      "Contraparte",
    ],
    ["enviado a la Red", { enviado: true }, "El expediente está en la Red de Expertos", "Red de Expertos"],
  ])("%s", (_, cambios, que, quien) => {
    expect(turnoDe({ ...base, ...cambios })).toMatchObject({ que, quien });
  });

  test("aprobado no es el turno de nadie; en firma, solo del Comité", () => {
    const aprobada = turnoDe({ ...base, estado: "aprobada" });
    const enFirma = turnoDe({ ...base, estado: "en_firma" });
    expect(esTurnoDe(aprobada, "contraparte_titular")).toBe(false);
    expect(esTurnoDe(enFirma, "integrante_comite")).toBe(true);
    expect(esTurnoDe(enFirma, "contraparte_titular")).toBe(false);
  });
});
