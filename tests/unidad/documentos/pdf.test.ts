import { describe, expect, it, vi } from "vitest";
import { formularioPdf } from "@/lib/documentos";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import { huellasDe } from "@/lib/expediente/huella";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";
import { leerPdf } from "@/tests/apoyo/leerPdf";

// Drawing is quick; a machine busy with other tests is not.
vi.setConfig({ testTimeout: 60_000 });

const expediente = expedienteFicticio({ actividades: 4, indicadoresPorActividad: 2, destinatarios: 60 });
const opciones = {
  borrador: false,
  codigo: "ABCD-EFGH-JKMN",
  urlVerificacion: "https://ejemplo.gob.cl/verificar/ABCD-EFGH-JKMN",
  emitidoEn: "2025-12-10T10:00:00-03:00",
};
const REQUISITOS = ["E3O1RT1", "E3O1RT2"] as const;

describe.each(REQUISITOS)("PDF del formulario %s", (requisito) => {
  it("es accesible: declara PDF/UA-1, está etiquetado y tiene título, idioma y marcadores", async () => {
    const pdf = await leerPdf(formularioPdf(requisito, expediente, opciones));
    expect(pdf.xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf.etiquetado).toBe(true);
    expect(pdf.idioma).toBe("es-CL");
    expect(pdf.titulo).toContain(requisito);
    expect(pdf.titulo).toContain("Servicio Ficticio de Pruebas");
    expect(pdf.marcadores.length).toBeGreaterThanOrEqual(3);
    for (const rol of ["H1", "H2", "P", "Table", "TH", "TD", "Figure"]) expect(pdf.roles).toContain(rol);
  });

  it("tiene un gemelo archivable PDF/A-2a", async () => {
    const bytes = formularioPdf(requisito, expediente, { ...opciones, norma: "a-2a" });
    const [archivable, accesible] = [
      await leerPdf(bytes),
      await leerPdf(formularioPdf(requisito, expediente, opciones)),
    ];
    expect(archivable.xmp).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(archivable.xmp).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    // Level A asks for what level B does not: structure, language and text that can be read back.
    expect(archivable.etiquetado).toBe(true);
    expect(archivable.idioma).toBe("es-CL");
    expect(archivable.marcadores).toEqual(accesible.marcadores);
    expect(archivable.contenido).toBe(accesible.contenido);
    const crudo = Buffer.from(bytes).toString("latin1");
    expect(crudo).toContain("/GTS_PDFA1");
    for (const prohibido of ["/JavaScript", "/Launch", "/EmbeddedFile", "/Encrypt"])
      expect(crudo).not.toContain(prohibido);
  });

  it("cada página dice institución, ejercicio, huella, código y página x de y", async () => {
    const { paginas } = await leerPdf(formularioPdf(requisito, expediente, opciones));
    const { huellaInforme } = huellasDe(aplicarAjustes(expediente), expediente.informe);
    expect(huellaInforme).toMatch(/^[0-9a-f]{64}$/);
    paginas.forEach((x, i) => {
      expect(x).toContain("Servicio Ficticio de Pruebas");
      expect(x).toContain("Ejercicio 2025");
      expect(x).toContain(huellaInforme);
      expect(x).toContain("ABCD-EFGH-JKMN");
      expect(x).toContain(`Página ${i + 1} de ${paginas.length}`);
    });
  });

  it("un borrador lo dice en cada página y un definitivo en ninguna", async () => {
    const borrador = await leerPdf(formularioPdf(requisito, expediente, { ...opciones, borrador: true }));
    expect(borrador.paginas.every((x) => x.includes("BORRADOR"))).toBe(true);
    const definitivo = await leerPdf(formularioPdf(requisito, expediente, opciones));
    expect(definitivo.paginas.some((x) => /borrador/i.test(x))).toBe(false);
  });

  it("si nadie lo dice, es borrador cuando el expediente tiene errores", async () => {
    const { paginas } = await leerPdf(formularioPdf(requisito, { ...expediente, aprobacionPlan: null }));
    expect(paginas.every((x) => x.includes("BORRADOR"))).toBe(true);
  });

  it("es el mismo archivo, byte por byte, para el mismo expediente", () => {
    const uno = formularioPdf(requisito, expediente, opciones);
    const otro = formularioPdf(requisito, structuredClone(expediente), opciones);
    expect(Buffer.from(uno).equals(Buffer.from(otro))).toBe(true);
  });

  it("un expediente sin nada más que lo obligatorio también se dibuja", async () => {
    const vacio = { formato: "expediente-cseu/v1" as const, ejercicio: 2025, institucion: { codigo: "1" } };
    const { paginas } = await leerPdf(formularioPdf(requisito, vacio));
    expect(paginas.every((x) => x.includes("BORRADOR"))).toBe(true);
  });
});

describe("una nómina de miles de destinatarios", () => {
  it("está entera en el PDF, como renglones", async () => {
    const muchos = expedienteFicticio({ actividades: 1, indicadoresPorActividad: 1, destinatarios: 2500 });
    const { contenido } = await leerPdf(formularioPdf("E3O1RT2", muchos, opciones));
    const perdidos = Array.from({ length: 2500 }, (_, i) => `${i + 1}·Persona${i + 1}·`).filter(
      (x) => !contenido.includes(x.replace(/^\d{4}/, (n) => `${n.slice(0, 1)}.${n.slice(1)}`)),
    );
    expect(perdidos).toEqual([]);
    expect(contenido).toContain("2.500·Persona2500·");
  });
});
