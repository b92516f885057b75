import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { formularioPdf, formularioXlsx } from "@/lib/documentos";
import { imprimible, textoPdf } from "@/lib/documentos/pdf/texto";
import { LIMITE_DE_CELDA, partirTexto, textoDeCelda } from "@/lib/documentos/xlsx/texto";
import type { Expediente } from "@/lib/expediente/formato";
import { leerLibro } from "@/tests/apoyo/leerLibro";
import { leerPdf } from "@/tests/apoyo/leerPdf";

vi.setConfig({ testTimeout: 120_000 });

/** Any text that JSON can bring, strange characters included. */
const texto = fc.string({ unit: "binary", maxLength: 60 });

function conTextos(textos: readonly string[]): Expediente {
  return {
    formato: "expediente-cseu/v1",
    ejercicio: 2025,
    institucion: { codigo: "1", nombre: textos[0] },
    informe: { dificultadesHolguras: textos.map((descripcion) => ({ tipo: descripcion, descripcion })) },
  };
}

describe("cualquier texto", () => {
  it("se puede dibujar en PDF y en libro, sin excepción", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texto, { minLength: 1, maxLength: 80 }), async (textos) => {
        const expediente = conTextos(textos);
        const { paginas } = await leerPdf(formularioPdf("E3O1RT1", expediente));
        expect(paginas.length).toBeGreaterThan(0);
        const leido = await leerLibro(await formularioXlsx("E3O1RT1", expediente));
        expect(leido.formulas).toBe(0);
      }),
      { numRuns: 12 },
    );
  });

  it("en pedazos, sigue siendo el mismo texto", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (x) => {
        const partido = textoPdf(x);
        expect(typeof partido === "string" ? partido : partido.join("")).toBe(imprimible(x));
        expect(imprimible(imprimible(x))).toBe(imprimible(x));
      }),
    );
  });

  it("partido en celdas, cada una cabe y juntas son el texto, con cada carácter entero", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 }), (celdas, sobra) => {
        const x = "\u{1F600}".repeat(Math.ceil((LIMITE_DE_CELDA * celdas) / 2) + sobra);
        const partes = partirTexto(x);
        expect(partes.join("")).toBe(x);
        expect(partes.every((p) => p.length <= LIMITE_DE_CELDA && p.isWellFormed())).toBe(true);
      }),
    );
  });

  it("en una celda conserva todo lo que XML admite", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (x) => {
        fc.pre(!/[\p{Cc}\ufffe\uffff]|_x[0-9a-f]{4}_/iu.test(x));
        expect(textoDeCelda(x)).toBe(x);
      }),
    );
  });
});
