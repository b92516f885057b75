import fc from "fast-check";
import type { Actividad, Indicador, Plan } from "@/lib/expediente/formato";
import { TEXTOS_DIFICILES } from "./expediente-ficticio";

/** Texts as people (and bad luck) write them, never blank: what goes in a cell must come out the same. */
export const textoCualquiera = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 20 }).filter((t) => t.isWellFormed()),
    fc.constantFrom(
      ...Object.values(TEXTOS_DIFICILES),
      "  con espacios  ",
      "=1+1",
      "+569",
      "-1",
      "@x",
      "'ya citado",
      "uno\r\ndos\rtres",
      "\ttab",
      "_x0041_",
      "007",
      "1.234",
      "TRUE",
      "#N/A",
    ),
  )
  .filter((t) => t.trim() !== "");

const numero = fc.oneof(
  fc.integer({ min: -1000, max: 100_000 }),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    .map((n) => (Object.is(n, -0) ? 0 : n)),
);

const indicador = (id: string): fc.Arbitrary<Indicador> =>
  fc.record({
    id: fc.constant(id),
    nombre: textoCualquiera,
    formula: textoCualquiera,
    factor: fc.constantFrom(1 as const, 100 as const),
    unidad: textoCualquiera,
    sentido: fc.constantFrom("ascendente" as const, "descendente" as const),
    meta: numero,
  });

const dia = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

const actividad = (n: number, objetivos: number): fc.Arbitrary<Actividad> =>
  fc.record({
    id: fc.constant(`A${n}`),
    objetivoEspecifico: fc.integer({ min: 1, max: objetivos }).map((i) => `OE${i}`),
    descripcion: textoCualquiera,
    plazos: fc
      .tuple(dia, dia)
      .map(([a, b]) => (a < b ? { inicio: a, termino: b } : { inicio: b, termino: a })),
    areasResponsables: fc.array(textoCualquiera, { maxLength: 3 }),
    participantes: textoCualquiera,
    poblacionObjetivo: textoCualquiera,
    tramites: fc.array(textoCualquiera, { maxLength: 3 }),
    indicadoresDesempeno: fc
      .integer({ min: 0, max: 2 })
      .chain((k) => fc.tuple(...Array.from({ length: k }, (_, i) => indicador(`A${n}.ID${i + 1}`)))),
    sistemasRespaldo: textoCualquiera,
    priorizacion: fc.constantFrom("alta" as const, "media" as const, "baja" as const),
    costos: fc.record({
      montoClp: fc.integer({ min: 0, max: 2_000_000_000 }),
      items: fc.array(
        fc.record({ subtitulo: fc.constantFrom("21", "22", "29"), item: fc.constantFrom("01", "07", "11") }),
        { maxLength: 2 },
      ),
    }),
  });

/** Plans without faults, of any content. */
export const planCualquiera: fc.Arbitrary<Plan> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 }))
  .chain(([objetivos, actividades, satisfaccion]) =>
    fc.record({
      formato: fc.constant("plan-cseu/v1" as const),
      ejercicio: fc.constant(2025),
      institucion: fc.record({
        codigo: fc.constant("0101"),
        nombre: textoCualquiera,
        ministerio: textoCualquiera,
      }),
      objetivoGeneral: textoCualquiera,
      objetivosEspecificos: fc.tuple(
        ...Array.from({ length: objetivos }, (_, i) =>
          fc.record({ id: fc.constant(`OE${i + 1}`), descripcion: textoCualquiera }),
        ),
      ),
      indicadoresSatisfaccion: fc.tuple(
        ...Array.from({ length: satisfaccion }, (_, i) => indicador(`IS${i + 1}`)),
      ),
      actividades: fc.tuple(...Array.from({ length: actividades }, (_, i) => actividad(i + 1, objetivos))),
    }),
  );
