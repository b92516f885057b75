import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/expediente/formato";
import { leerLibro } from "@/lib/planilla/libro/leer";
import { leerPlanDeArchivo } from "@/lib/planilla/plan/archivo";
import { leerPlantillaPlan, type PlanesLeidos } from "@/lib/planilla/plan/leer";
import { plantillaPlan } from "@/lib/planilla/plan/plantilla";
import { planesReales } from "@/tests/apoyo/datosReales";
import { abrirConExceljs } from "@/tests/apoyo/libros";
import { planCualquiera } from "@/tests/apoyo/planes";

const CABECERA = {
  institucion: { codigo: "0101", nombre: "Servicio de Ejemplo", ministerio: "Ministerio" },
  ejercicio: 2025,
};

const PLAN: Plan = {
  formato: "plan-cseu/v1",
  ...CABECERA,
  objetivoGeneral: "Mejorar la atención",
  objetivosEspecificos: [{ id: "OE1", descripcion: "Responder a tiempo" }],
  indicadoresSatisfaccion: [
    {
      id: "IS1",
      nombre: "Satisfacción neta",
      formula: "a/b",
      factor: 100,
      unidad: "%",
      sentido: "ascendente",
      meta: 38,
    },
  ],
  actividades: [
    {
      id: "A1",
      objetivoEspecifico: "OE1",
      descripcion: "Formulario único",
      plazos: { inicio: "2025-03-01", termino: "2025-11-30" },
      areasResponsables: ["División de Atención", "TI"],
      participantes: "Personas funcionarias",
      poblacionObjetivo: "Personas usuarias",
      tramites: ["Reclamos"],
      indicadoresDesempeno: [
        {
          id: "A1.ID1",
          nombre: "Reclamos a tiempo",
          formula: "a/b",
          factor: 100,
          unidad: "%",
          sentido: "ascendente",
          meta: 47.8,
        },
      ],
      sistemasRespaldo: "Reporte mensual",
      priorizacion: "alta",
      costos: { montoClp: 1500000, items: [{ subtitulo: "22", item: "07" }] },
    },
  ],
};

async function leer(bytes: Uint8Array): Promise<PlanesLeidos> {
  const libro = await leerLibro(bytes);
  if (!libro.ok) throw new Error(libro.falla.mensaje);
  return leerPlantillaPlan(libro.valor);
}

async function editada(
  plan: Plan,
  editar: (libro: Awaited<ReturnType<typeof abrirConExceljs>>) => void,
): Promise<PlanesLeidos> {
  const libro = await abrirConExceljs(await plantillaPlan(plan, CABECERA));
  editar(libro);
  return leer(new Uint8Array(await libro.xlsx.writeBuffer()));
}

describe("planilla del plan", () => {
  it("bajar y volver a cargar da el mismo plan, sin faltas", async () => {
    expect(await leer(await plantillaPlan(PLAN, CABECERA))).toEqual({
      planes: [{ plan: PLAN, faltas: [], lugares: expect.any(Object) }],
      faltas: [],
    });
  });

  it("cualquier plan, con cualquier texto, va y vuelve igual", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(planCualquiera, async (plan) => {
        const { planes } = await leer(await plantillaPlan(plan, CABECERA));
        expect(planes[0]?.plan).toEqual(plan);
        expect(planes[0]?.faltas.filter((f) => f.nivel === "error")).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  const reales = planesReales();
  it.runIf(reales.length > 0)("los planes reales van y vuelven iguales", { timeout: 120_000 }, async () => {
    for (const [nombre, plan] of reales) {
      const { planes } = await leer(await plantillaPlan(plan, CABECERA));
      expect(planes[0]?.plan, nombre).toEqual(plan);
    }
  });

  it("en blanco trae la institución y dice todo lo que falta, con su hoja", async () => {
    const { planes } = await leer(await plantillaPlan(null, CABECERA));
    expect(planes[0]?.plan).toMatchObject({
      institucion: CABECERA.institucion,
      ejercicio: 2025,
      actividades: [],
    });
    expect(planes[0]?.faltas.map((f) => [f.regla, f.hoja, f.celda])).toEqual([
      ["PLAN-01", "Institución y objetivo", "B8"],
      ["PLAN-02", "Objetivos específicos", "A3"],
    ]);
  });

  it("protege los encabezados, deja libres las celdas y valida listas y límites", async () => {
    const libro = await abrirConExceljs(await plantillaPlan(PLAN, CABECERA));
    const hoja = libro.getWorksheet("Actividades");
    expect((hoja as unknown as { sheetProtection: object }).sheetProtection).toMatchObject({ sheet: true });
    expect(hoja?.getCell("A3").protection?.locked).not.toBe(false);
    expect(hoja?.getCell("C4").protection?.locked).toBe(false);
    expect(hoja?.getCell("I4").dataValidation).toMatchObject({
      type: "list",
      formulae: [expect.stringContaining("Listas!")],
    });
    expect(hoja?.getCell("J4").dataValidation).toMatchObject({ type: "whole" });
    expect(hoja?.views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
    expect(hoja?.getCell("D4").value).toEqual(new Date("2025-03-01T00:00:00Z"));
  });

  it("reconoce columnas en otro orden, con otros nombres y con filas encima", async () => {
    const { planes } = await editada(PLAN, (libro) => {
      const vieja = libro.getWorksheet("Trámites por actividad");
      if (vieja) libro.removeWorksheet(vieja.id);
      libro
        .addWorksheet(" TRAMITES ")
        .addRows([
          ["Servicio"],
          [],
          ["NOMBRE DEL TRÁMITE", "N° de actividad"],
          ["Reclamos", "a1 "],
          ["Consultas", "A1"],
        ]);
    });
    expect(planes[0]?.faltas.map((f) => [f.hoja, f.celda])).toEqual([[" TRAMITES ", "B4"]]);
    expect(planes[0]?.plan.actividades?.[0]?.tramites).toEqual(["Consultas"]);
  });

  it("informa de una vez todas las faltas, cada una en su celda", async () => {
    const { planes } = await editada(PLAN, (libro) => {
      const actividades = libro.getWorksheet("Actividades");
      const celda = (a: string, valor: unknown) => {
        if (actividades) actividades.getCell(a).value = valor as string;
      };
      celda("B4", "OE9");
      celda("D4", "31 de febrero");
      celda("I4", "urgente");
      celda("J4", "-5");
      const indicadores = libro.getWorksheet("Indicadores de desempeño");
      if (indicadores) {
        indicadores.getCell("B4").value = "IS1";
        indicadores.getCell("H4").value = "mucho";
        indicadores.getCell("E4").value = 50;
        indicadores.getCell("A5").value = "A7";
        indicadores.getCell("B5").value = "A7.ID1";
      }
    });
    const faltas = planes[0]?.faltas ?? [];
    expect(
      faltas.filter((f) => f.nivel === "error").map((f) => [f.hoja, f.celda, f.encontrado, f.regla]),
    ).toEqual([
      ["Actividades", "I4", "urgente", undefined],
      ["Actividades", "J4", "-5", undefined],
      ["Indicadores de desempeño", "E4", "50", undefined],
      ["Indicadores de desempeño", "H4", "mucho", undefined],
      ["Indicadores de desempeño", "A5", "A7", undefined],
      ["Actividades", "B4", "OE9", "PLAN-04"],
      ["Actividades", "D4", "31 de febrero", "PLAN-05"],
      ["Indicadores de desempeño", "B4", "IS1", "PLAN-03"],
    ]);
    for (const f of faltas) expect(f.mensaje.length * f.esperado.length).toBeGreaterThan(0);
  });

  it("lee fechas escritas a mano, números con puntos de miles y celdas combinadas", async () => {
    const { planes } = await editada(PLAN, (libro) => {
      const actividades = libro.getWorksheet("Actividades");
      if (actividades) {
        actividades.getCell("D4").value = "1 de marzo de 2025";
        actividades.getCell("J4").value = "$ 1.500.000";
      }
      const areas = libro.getWorksheet("Áreas por actividad");
      areas?.mergeCells("A4:A5");
    });
    expect(planes[0]).toEqual({ plan: PLAN, faltas: [], lugares: expect.any(Object) });
  });

  it("dice qué hojas y columnas faltan", async () => {
    const { planes } = await editada(PLAN, (libro) => {
      const items = libro.getWorksheet("Ítems presupuestarios");
      if (items) libro.removeWorksheet(items.id);
      const objetivos = libro.getWorksheet("Objetivos específicos");
      const actividades = libro.getWorksheet("Actividades");
      if (actividades) actividades.getCell("H3").value = "Otra cosa";
      if (objetivos) objetivos.getCell("A3").value = null;
    });
    expect(
      planes[0]?.faltas.filter((f) => f.regla === undefined).map((f) => [f.hoja, f.celda, f.encontrado]),
    ).toEqual([
      ["Objetivos específicos", "A1", "ninguna fila de encabezados"],
      ["Actividades", "A3", "falta la columna"],
      ["Ítems presupuestarios", "", "no está en el libro"],
    ]);
  });

  it("un texto que no cabe en una celda se dice, y no se corta", async () => {
    const plan = { ...PLAN, objetivoGeneral: "x".repeat(40_000) };
    await expect(plantillaPlan(plan, CABECERA)).rejects.toMatchObject({ falla: { codigo: "TEXTO_NO_CABE" } });
  });
});

describe("plan de un archivo", () => {
  it("lee lo mismo del JSON y de la planilla, por su contenido y no por su nombre", async () => {
    const json = new TextEncoder().encode(JSON.stringify(PLAN));
    const xlsx = await plantillaPlan(PLAN, CABECERA);
    for (const [nombre, bytes] of [
      ["plan.json", json],
      ["plan.xlsx", xlsx],
      ["plan.xlsx", json],
    ] as const) {
      expect(await leerPlanDeArchivo(nombre, bytes)).toEqual({
        ok: true,
        valor: { planes: [{ plan: PLAN, faltas: [], lugares: expect.any(Object) }], faltas: [] },
      });
    }
  });

  it("la planilla guardada por LibreOffice se lee como la que se entregó", async () => {
    const bytes = readFileSync("tests/apoyo/planillas/plan-de-libreoffice.xlsx");
    expect(await leerPlanDeArchivo("plan.xlsx", bytes)).toMatchObject({
      ok: true,
      valor: { planes: [{ plan: PLAN, faltas: [] }], faltas: [] },
    });
  });

  it("un JSON que no es un plan, o mal formado, se explica", async () => {
    const leer = (texto: string) => leerPlanDeArchivo("plan.json", new TextEncoder().encode(texto));
    expect(await leer("{")).toMatchObject({
      ok: true,
      valor: { planes: [], faltas: [{ regla: "FORMATO", celda: "" }] },
    });
    expect(await leer('{"formato":"expediente-cseu/v1"}')).toMatchObject({
      ok: true,
      valor: { planes: [], faltas: [{ celda: "/formato" }] },
    });
    expect(await leer(JSON.stringify({ ...PLAN, sobra: 1 }))).toMatchObject({
      ok: true,
      valor: { planes: [], faltas: [{ celda: "/sobra" }] },
    });
  });
});
