import { describe, expect, it, vi } from "vitest";
import { formularioPdf, formularioXlsx } from "@/lib/documentos";
import type { Expediente } from "@/lib/expediente/formato";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";
import { contieneTexto, leerLibro } from "@/tests/apoyo/leerLibro";
import { leerPdf, sinEspacios } from "@/tests/apoyo/leerPdf";

// Drawing is quick; a machine busy with other tests is not.
vi.setConfig({ testTimeout: 60_000 });

const base = expedienteFicticio({ actividades: 3, indicadoresPorActividad: 1, destinatarios: 2 });
const DEL_FORMULARIO = { borrador: false, codigo: "ABCD-EFGH-JKMN" };

/** The same with an activity and a satisfaction indicator removed: neither has other decisions. */
function conEliminados(): Expediente {
  const quitados = ["A2", "IS1"];
  const elimina = quitados.map((elemento) => ({
    elemento,
    decision: "elimina" as const,
    categorias: ["b"],
    argumento:
      "El presupuesto de 2025 no alcanza para hacerlo y no compromete el objetivo, según el informe.",
    antecedentes: "Oficio 12 de 2025.",
    registradoEn: "2025-06-10T10:00:00-04:00",
  }));
  const ajustes = (base.ajustes ?? []).filter(({ elemento }) => !quitados.includes(elemento));
  return { ...base, ajustes: [...ajustes, ...elimina] };
}

const textoPdf = async (expediente: Expediente) =>
  (await leerPdf(formularioPdf("E3O1RT1", expediente, DEL_FORMULARIO))).contenido;

/** How many times a PDF says something; its text is read without spaces. */
const veces = (pdf: string, dicho: string): number => pdf.split(sinEspacios(dicho)).length - 1;

describe("la sección de cambios del E3O1RT1", () => {
  it("de un elemento que se elimina no dice que falte decidir ni que algo suyo se mantenga", async () => {
    const expediente = conEliminados();
    const pdf = await textoPdf(expediente);
    expect(pdf).not.toMatch(/sindecisión/i);
    expect(veces(pdf, "Contenido del plan diseñado en 2024")).toBe(2);
    const libro = await leerLibro(await formularioXlsx("E3O1RT1", expediente, DEL_FORMULARIO));
    expect(contieneTexto(libro, "Sin decisión")).toBe(false);
  });

  it("dice «Se mantiene» de cada elemento que se mantiene entero, también de los que no tienen más que un texto", async () => {
    const { planOriginal } = base;
    const cuantos =
      1 +
      (planOriginal?.objetivosEspecificos?.length ?? 0) +
      (planOriginal?.indicadoresSatisfaccion?.length ?? 0) +
      (planOriginal?.actividades?.length ?? 0);
    const mantiene = (base.ajustes ?? []).map(({ elemento, componente }) => ({
      elemento,
      componente,
      decision: "mantiene" as const,
    }));
    const pdf = await textoPdf({ ...base, ajustes: mantiene });
    expect(veces(pdf, "Se mantiene")).toBe(cuantos);
  });
});
