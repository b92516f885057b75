import { describe, expect, it } from "vitest";
import type { FaltaCelda } from "@/lib/planilla/falla";
import { abrirPaquete, leerLibro } from "@/lib/planilla/libro/leer";
import { LIMITES } from "@/lib/planilla/libro/tipo";
import { Contador, textoDeParte } from "@/lib/planilla/libro/zip";
import { marcarFaltas } from "@/lib/planilla/marcas/marcar";
import { plantillaPlan } from "@/lib/planilla/plan/plantilla";
import { abrirConExceljs, libroCrudo, libroDe } from "@/tests/apoyo/libros";

const falta = (hoja: string, celda: string, mas: Partial<FaltaCelda> = {}): FaltaCelda => ({
  hoja,
  celda,
  encontrado: "algo",
  esperado: "otra cosa",
  mensaje: `Mal en ${celda}.`,
  nivel: "error",
  ...mas,
});

async function marcar(bytes: Uint8Array, faltas: FaltaCelda[]): Promise<Uint8Array> {
  const marcado = await marcarFaltas(bytes, faltas);
  if (!marcado.ok) throw new Error(marcado.falla.mensaje);
  return marcado.valor;
}

async function partes(bytes: Uint8Array): Promise<Map<string, string>> {
  const paquete = abrirPaquete(bytes, LIMITES);
  const textos = new Map<string, string>();
  for (const nombre of paquete.entradas.keys()) {
    textos.set(
      nombre,
      (await textoDeParte(paquete.bytes, paquete.entradas, nombre, new Contador(LIMITES))) ?? "",
    );
  }
  return textos;
}

describe("el mismo libro con sus faltas marcadas", () => {
  const base = () =>
    libroDe(
      {
        Lista: [
          ["Nombre", "Cargo", "Total"],
          ["Ana", "=cargo", { formula: "1+1", result: 2 }],
          ["-Luis", "+569", "@x"],
        ],
        "Otra 'hoja' más": [["dato"]],
      },
      (libro) => {
        const hoja = libro.getWorksheet("Lista");
        if (!hoja) return;
        hoja.getCell("A2").font = { bold: true };
        hoja.getCell("A2").numFmt = "@";
        hoja.getCell("C3").note = "Nota de la persona";
        hoja.getColumn(4).protection = { locked: false };
      },
    );

  it("realza las celdas con una nota y las lista en una primera hoja con enlaces", async () => {
    const bytes = await marcar(await base(), [
      falta("Lista", "A2", { regla: "DIF-05" }),
      falta("Lista", "A2", { mensaje: "Otra más.", nivel: "aviso" }),
      falta("Lista", "D9"),
      falta("Lista", "C3", { nivel: "aviso" }),
      falta("Otra 'hoja' más", "", { mensaje: "=Falta algo" }),
      falta("Otra 'hoja' más", "B1"),
    ]);
    const libro = await abrirConExceljs(bytes);
    expect(libro.worksheets.map((h) => h.name)).toEqual(["Faltas", "Lista", "Otra 'hoja' más"]);
    const lista = libro.getWorksheet("Lista");
    expect(lista?.getCell("A2").fill).toMatchObject({ fgColor: { argb: "FFFFC7CE" } });
    expect(lista?.getCell("A2").font.bold).toBe(true);
    expect(lista?.getCell("A2").numFmt).toBe("@");
    expect(lista?.getCell("D9").fill).toMatchObject({ fgColor: { argb: "FFFFC7CE" } });
    expect(lista?.getCell("D9").protection?.locked).toBe(false);
    expect(lista?.getCell("C3").fill).toMatchObject({ fgColor: { argb: "FFFFEB9C" } });
    const nota = (celda: string) => JSON.stringify(lista?.getCell(celda).note);
    expect(nota("A2")).toMatch(/Mal en A2\..*Encontrado: algo.*Esperado: otra cosa.*DIF-05.*Otra más/);
    expect(nota("C3")).toMatch(/Nota de la persona.*Mal en C3/);
    const faltas = libro.getWorksheet("Faltas");
    // exceljs leaves internal links out when it reads: they are looked for in the part itself.
    const xml = (await partes(bytes)).get("xl/worksheets/sheet3.xml");
    expect(xml).toContain(`<hyperlink ref="B5" location="'Lista'!A2" display="A2"/>`);
    expect(xml).toContain(`<hyperlink ref="B10" location="'Otra ''hoja'' más'!B1" display="B1"/>`);
    expect(faltas?.getCell("B5").value).toBe("A2");
    expect(faltas?.getCell("F9").value).toBe("=Falta algo");
  });

  it("no cambia nada más: valores, fórmulas y partes intactas", async () => {
    const antes = await base();
    const despues = await marcar(antes, [falta("Lista", "A2")]);
    const libro = await abrirConExceljs(despues);
    const lista = libro.getWorksheet("Lista");
    expect(lista?.getCell("C2").value).toMatchObject({ formula: "1+1", result: 2 });
    expect([lista?.getCell("B2").value, lista?.getCell("A3").value, lista?.getCell("B3").value]).toEqual([
      "=cargo",
      "-Luis",
      "+569",
    ]);
    const [a, b] = [await leerLibro(antes), await leerLibro(despues)];
    if (!a.ok || !b.ok) throw new Error("no se leyó");
    expect(b.valor.hojas.slice(1)).toEqual(a.valor.hojas);
    const [pa, pb] = [await partes(antes), await partes(despues)];
    for (const nombre of [
      "xl/sharedstrings.xml",
      "xl/theme/theme1.xml",
      "xl/worksheets/sheet2.xml",
      "docprops/app.xml",
    ]) {
      expect(pb.get(nombre), nombre).toBe(pa.get(nombre));
    }
    const hoja = pb
      .get("xl/worksheets/sheet1.xml")
      ?.replace(/<c r="A2" s="\d+"/, "<c")
      .replace(/<legacyDrawing[^>]*>/g, "");
    const original = pa
      .get("xl/worksheets/sheet1.xml")
      ?.replace(/<c r="A2" s="\d+"/, "<c")
      .replace(/<legacyDrawing[^>]*>/g, "");
    expect(hoja).toBe(original?.replace(/ tabSelected="1"/, ""));
  });

  it("marcar dos veces reemplaza la nota anterior y no repite nombres", async () => {
    const una = await marcar(await base(), [falta("Lista", "A2", { mensaje: "Primera." })]);
    const dos = await marcar(una, [falta("Lista", "A2", { mensaje: "Segunda." }), falta("Lista", "B2")]);
    const libro = await abrirConExceljs(dos);
    expect(libro.worksheets.map((h) => h.name)).toEqual(["Faltas 2", "Faltas", "Lista", "Otra 'hoja' más"]);
    const nota = JSON.stringify(libro.getWorksheet("Lista")?.getCell("A2").note);
    expect(nota).toContain("Segunda.");
    expect(nota).not.toContain("Primera.");
    expect(JSON.stringify(libro.getWorksheet("Lista")?.getCell("B2").note)).toContain("Mal en B2.");
  });

  it("los nombres definidos siguen en su hoja", async () => {
    const bytes = await libroDe({ A: [["x"]], B: [["y"]] }, (libro) => {
      const hoja = libro.getWorksheet("B");
      if (hoja) hoja.pageSetup.printArea = "A1:B2";
    });
    const libro = await abrirConExceljs(await marcar(bytes, [falta("B", "A1")]));
    expect(libro.getWorksheet("B")?.pageSetup.printArea).toBe("A1:B2");
    expect(libro.getWorksheet("A")?.pageSetup.printArea).toBeUndefined();
  });

  it("marca libros con prefijos, sin estilos, sin filas y con celdas sin dirección", async () => {
    const bytes = libroCrudo({
      prefijo: "x:",
      hojas: {
        H: "<x:sheetData/>",
        I: `<x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row><x:row r="4"/></x:sheetData><x:pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><x:extLst/>`,
      },
    });
    const marcado = await marcar(bytes, [
      falta("H", "B3"),
      falta("I", "A1"),
      falta("I", "B1"),
      falta("I", "C4"),
      falta("I", "A2"),
    ]);
    const xml = (await partes(marcado)).get("xl/worksheets/sheet2.xml") ?? "";
    expect(xml).toMatch(
      /<x:row><x:c s="\d+"><x:v>1<\/x:v><\/x:c><x:c r="B1" s="\d+"\/><\/x:row><x:row r="2"><x:c r="A2" s="\d+"\/><\/x:row><x:row r="4"><x:c r="C4" s="\d+"\/><\/x:row><\/x:sheetData>/,
    );
    expect(xml).toMatch(/<x:legacyDrawing [^>]*\/><x:extLst\/>/);
    const leido = await leerLibro(marcado);
    expect(leido).toMatchObject({
      ok: true,
      valor: { hojas: [{ nombre: "Faltas" }, { nombre: "H" }, { nombre: "I" }] },
    });
  });

  it("las planillas de la plataforma se marcan y siguen protegidas y con sus listas", async () => {
    const bytes = await marcar(await plantillaPlan(null, { institucion: { codigo: "1" }, ejercicio: 2025 }), [
      falta("Actividades", "C4"),
    ]);
    const libro = await abrirConExceljs(bytes);
    const hoja = libro.getWorksheet("Actividades");
    expect(hoja?.getCell("C4").protection?.locked).toBe(false);
    expect(hoja?.getCell("I4").dataValidation).toMatchObject({ type: "list" });
  });
});
