import { describe, expect, it, vi } from "vitest";
import { formularioPdf, formularioXlsx } from "@/lib/documentos";
import { imprimible } from "@/lib/documentos/pdf/texto";
import type { Expediente } from "@/lib/expediente/formato";
import { expedienteFicticio, TEXTOS_DIFICILES, textoLargo } from "@/tests/apoyo/expediente-ficticio";
import { contieneTexto, leerLibro } from "@/tests/apoyo/leerLibro";
import { diceEntero, leerPdf, sinEspacios } from "@/tests/apoyo/leerPdf";

// Drawing is quick; a machine busy with other tests is not.
vi.setConfig({ testTimeout: 60_000 });

function con(texto: string): Expediente {
  const expediente = expedienteFicticio({ actividades: 2, indicadoresPorActividad: 1, destinatarios: 3 });
  const seguimiento = { avances: texto, desafios: texto, resultados: texto, leccionesAprendidas: texto };
  const actividades = expediente.planOriginal?.actividades ?? [];
  for (const x of actividades) {
    x.descripcion = texto;
    x.tramites = [texto];
  }
  return {
    ...expediente,
    institucion: { ...expediente.institucion, nombre: [...texto].slice(0, 100).join("") },
    informe: { ...expediente.informe, seguimiento },
  };
}

const textos = Object.entries(TEXTOS_DIFICILES);

describe("los textos difíciles quedan inertes y enteros", () => {
  it.each(textos)("%s en el PDF", async (clave, texto) => {
    const { contenido } = await leerPdf(formularioPdf("E3O1RT1", con(texto)));
    // A reader of PDF text reorders what is written from right to left: its words are there all the same.
    const trozos = clave === "hebreo" ? ["Texto en hebreo", "y árabe"] : [imprimible(texto)];
    for (const x of trozos) expect(diceEntero(contenido.normalize("NFC"), x.normalize("NFC"))).toBe(true);
  });

  it.each(textos)("%s en el libro, sin fórmulas", async (_, texto) => {
    const leido = await leerLibro(await formularioXlsx("E3O1RT1", con(texto)));
    expect(contieneTexto(leido, texto.replace(/\r\n/g, "\n"))).toBe(true);
    expect(leido.formulas).toBe(0);
  });

  it("un carácter de dos unidades queda entero en el libro, caiga donde caiga de su archivo", async () => {
    // Each part of a workbook was encoded by pieces: only one of two runs of these would have them all in place.
    for (const texto of ["😀".repeat(20_000), `a${"😀".repeat(20_000)}`]) {
      const leido = await leerLibro(await formularioXlsx("E3O1RT1", con(texto)));
      expect(contieneTexto(leido, texto)).toBe(true);
    }
  });

  it("un carácter de control se ve y no rompe ninguno de los dos", async () => {
    const expediente = con("antes\u0000\u0007\u001b\u007fdespués \ufffe fin");
    const { contenido } = await leerPdf(formularioPdf("E3O1RT1", expediente));
    expect(contenido).toContain("antes\u2400\u2407\u241b\u2421después");
    const leido = await leerLibro(await formularioXlsx("E3O1RT1", expediente));
    expect(contieneTexto(leido, "antes\u2400\u2407\u241b\u2421después [U+FFFE] fin")).toBe(true);
  });

  it("un carácter que ninguna letra dibuja se muestra por su código", async () => {
    const { contenido } = await leerPdf(
      formularioPdf("E3O1RT1", con("ideograma \u4e2d y privado \u{10ffff}")),
    );
    expect(contenido).toContain(sinEspacios("ideograma [U+4E2D] y privado [U+10FFFF]"));
  });

  it("una marca que invierte la lectura se muestra y no se obedece", async () => {
    const { contenido } = await leerPdf(formularioPdf("E3O1RT1", con("apro\u202ebada\u202c sí")));
    expect(contenido).toContain(sinEspacios("apro[U+202E]bada[U+202C] sí"));
  });

  it("60.000 caracteres están enteros en el PDF y en el libro, en filas que lo dicen", async () => {
    const largo = textoLargo();
    const expediente = expedienteFicticio({ actividades: 1, indicadoresPorActividad: 1, destinatarios: 3 });
    expediente.informe = { ...expediente.informe, seguimiento: { avances: largo } };
    const { contenido } = await leerPdf(formularioPdf("E3O1RT1", expediente));
    expect(contenido).toContain(sinEspacios(largo));
    const leido = await leerLibro(await formularioXlsx("E3O1RT1", expediente));
    expect(leido.columnas.some((x) => x.includes(largo))).toBe(true);
    expect([...leido.textos].some((x) => x.includes("continúa 2 de 2"))).toBe(true);
    for (const x of leido.textos) expect(x.length).toBeLessThanOrEqual(32_767);
  });

  it("una palabra sin espacios de 5.000 letras no se sale de la hoja", async () => {
    const palabra = Array.from({ length: 500 }, (_, i) => `palabra${String(i).padStart(3, "0")}`).join("");
    const { contenido } = await leerPdf(formularioPdf("E3O1RT1", con(palabra)));
    expect(contenido).toContain(palabra);
  });
});
