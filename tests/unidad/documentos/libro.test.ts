import type { Worksheet } from "exceljs";
import { describe, expect, it, vi } from "vitest";
import { formularioXlsx, planXlsx } from "@/lib/documentos";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";
import { contieneTexto, leerLibro } from "@/tests/apoyo/leerLibro";

// Drawing is quick; a machine busy with other tests is not.
vi.setConfig({ testTimeout: 60_000 });

const expediente = expedienteFicticio({ actividades: 3, indicadoresPorActividad: 2, destinatarios: 12 });
const opciones = { borrador: false, codigo: "ABCD-EFGH-JKMN", emitidoEn: "2025-12-10T10:00:00-03:00" };

// A landscape page takes some 137 characters of 10 points: with half as many again they are printed in 6.5.
const LEGIBLES_POR_PAGINA = 210;
const caracteresPorPagina = (hoja: Worksheet) =>
  hoja.columns.reduce((suma, columna) => suma + (columna.width ?? 0), 0) / (hoja.pageSetup.fitToWidth ?? 1);

describe("libro de un formulario", () => {
  it("tiene una hoja por sección, encabezados congelados y listos para imprimir", async () => {
    const { libro } = await leerLibro(await formularioXlsx("E3O1RT1", expediente, opciones));
    const nombres = libro.worksheets.map((x) => x.name);
    for (const x of [
      "Portada",
      "1 Cambios",
      "2 Actividades",
      "3.1 Desempeño",
      "3.2 Satisfacción",
      "5 Seguimiento",
    ])
      expect(nombres).toContain(x);
    for (const hoja of libro.worksheets) {
      expect(hoja.views[0]).toMatchObject({ state: "frozen", ySplit: 4 });
      expect(hoja.pageSetup).toMatchObject({
        orientation: "landscape",
        pageOrder: "overThenDown",
        printTitlesRow: "4:4",
      });
      expect(hoja.pageSetup.printTitlesColumn).toBe(hoja.pageSetup.fitToWidth === 1 ? undefined : "A:A");
      expect(caracteresPorPagina(hoja)).toBeLessThanOrEqual(LEGIBLES_POR_PAGINA);
      expect(hoja.headerFooter.oddFooter).toContain("Página &P de &N");
      expect(hoja.getCell("A5").alignment.wrapText).toBe(true);
      expect(hoja.getColumn(1).width).toBeGreaterThanOrEqual(10);
    }
  });

  it("dice de quién es en las propiedades del documento", async () => {
    const { libro } = await leerLibro(await formularioXlsx("E3O1RT1", expediente, opciones));
    expect(libro.creator).toBe("Servicio Ficticio de Pruebas");
    expect(libro.title).toContain("E3O1RT1");
    expect(libro.keywords).toContain("ABCD-EFGH-JKMN");
  });

  it("las fechas son fechas del día escrito, sin corrimiento de zona", async () => {
    const { libro } = await leerLibro(await formularioXlsx("E3O1RT2", expediente, opciones));
    const celda = libro.getWorksheet("1 Instancias")?.getCell("B5");
    expect(celda?.value).toEqual(new Date(Date.UTC(2025, 11, 5)));
    expect(celda?.numFmt).toBe("dd/mm/yyyy");
  });

  it("los instantes se leen en la hora de Chile continental", async () => {
    const leido = await leerLibro(await formularioXlsx("E3O1RT1", expedienteConAjuste(), opciones));
    expect(leido.instantes).toContain(Date.UTC(2025, 5, 30, 23, 59, 59));
  });

  it("los números son números, con los decimales que tienen", async () => {
    const { libro } = await leerLibro(await formularioXlsx("E3O1RT1", expediente, opciones));
    const hoja = libro.getWorksheet("3.1 Desempeño");
    const titulos = (hoja?.getRow(4).values as string[]) ?? [];
    const celda = (titulo: string) => hoja?.getRow(5).getCell(titulos.indexOf(titulo));
    expect(celda("Numerador")?.value).toBe(40);
    expect(celda("Resultado informado")?.value).toBe(26.14);
    expect(celda("Resultado informado")?.numFmt).toBe("#,##0.00");
    expect(celda("Meta alcanzada")?.value).toBe("No");
  });

  it("un borrador lo dice en cada hoja", async () => {
    const { libro } = await leerLibro(
      await formularioXlsx("E3O1RT1", expediente, { ...opciones, borrador: true }),
    );
    for (const hoja of libro.worksheets) {
      expect(hoja.getCell("A3").value).toContain("BORRADOR");
      expect(hoja.headerFooter.oddHeader).toContain("BORRADOR");
    }
    const definitivo = await leerLibro(await formularioXlsx("E3O1RT1", expediente, opciones));
    expect(contieneTexto(definitivo, "BORRADOR")).toBe(false);
  });

  it("es el mismo archivo, byte por byte, para el mismo expediente", async () => {
    const uno = await formularioXlsx("E3O1RT1", expediente, opciones);
    const otro = await formularioXlsx("E3O1RT1", structuredClone(expediente), opciones);
    expect(Buffer.from(uno).equals(Buffer.from(otro))).toBe(true);
  });

  it("el plan se descarga con sus fechas, montos y metas", async () => {
    const plan = expediente.planOriginal;
    if (!plan) throw new Error("La fábrica trae plan");
    const leido = await leerLibro(await planXlsx(plan));
    expect(leido.dias).toContain("2025-09-13");
    expect(leido.numeros).toContain(1_500_001);
    expect(leido.numeros).toContain(61.5);
  });
});

function expedienteConAjuste() {
  const copia = structuredClone(expediente);
  const ajuste = copia.ajustes?.find((x) => x.decision === "mantiene");
  if (ajuste)
    Object.assign(ajuste, { decision: "modifica", contenido: "Otro", registradoEn: "2025-07-01T03:59:59Z" });
  return copia;
}
