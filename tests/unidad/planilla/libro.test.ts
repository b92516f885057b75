import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { formaDeFormato } from "@/lib/planilla/libro/estilos";
import { leerLibro } from "@/lib/planilla/libro/leer";
import type { Libro, LimitesLibro, ValorCelda } from "@/lib/planilla/libro/tipo";
import { libroCrudo, libroDe } from "@/tests/apoyo/libros";

async function abrir(bytes: Uint8Array, limites?: LimitesLibro): Promise<Libro> {
  const leido = await leerLibro(bytes, limites);
  if (!leido.ok) throw new Error(leido.falla.mensaje);
  return leido.valor;
}

async function celdas(
  sheetData: string,
  mas: Partial<Parameters<typeof libroCrudo>[0]> = {},
): Promise<(ValorCelda | undefined)[]> {
  const libro = await abrir(libroCrudo({ hojas: { H: `<sheetData>${sheetData}</sheetData>` }, ...mas }));
  return libro.hojas[0]?.filas[0]?.celdas ?? [];
}

describe("leer un libro", () => {
  it("lee textos, números, booleanos, enlaces y textos con formato de Excel", async () => {
    const bytes = await libroDe({
      Datos: [
        [
          "Texto",
          12.5,
          true,
          { text: "sitio", hyperlink: "https://ejemplo.cl" },
          { richText: [{ text: "rico " }, { text: "texto", font: { bold: true } }] },
        ],
      ],
    });
    const { hojas } = await abrir(bytes);
    expect(hojas[0]?.filas).toEqual([{ numero: 1, celdas: ["Texto", 12.5, true, "sitio", "rico texto"] }]);
  });

  it("conserva saltos de línea, comillas, tildes y espacios de los extremos", async () => {
    const texto = ' «Ñandú» "dos"\r\nlíneas\t\u00a0 _x000A_ ';
    const compartidos = `<si><t xml:space="preserve"> «Ñandú» "dos"_x000D_\nlíneas\t\u00a0 _x005F_x000A_ </t></si>`;
    expect(await celdas(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, { compartidos })).toEqual([texto]);
  });

  it("toma el valor guardado de una fórmula y avisa cuando no lo tiene", async () => {
    const filas = `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c><c r="C1"><f>A1*2</f></c><c r="D1" t="str"><f>""</f><v></v></c></row>`;
    expect(await celdas(filas)).toEqual([2, "a", { sinValor: "A1*2" }]);
  });

  it("distingue los errores de la planilla", async () => {
    expect(await celdas(`<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>`)).toEqual([{ error: "#N/A" }]);
  });

  it.each([
    [45838, false, "2025-06-30"],
    [1, false, "1900-01-01"],
    [61, false, "1900-03-01"],
    [44376, true, "2025-06-30"],
    [0, true, "1904-01-01"],
  ])("lee el serial %d como fecha (sistema 1904: %s)", async (serial, sistema1904, fecha) => {
    const estilos = `<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>`;
    const libro = sistema1904 ? `<workbookPr date1904="1"/>` : "";
    expect(await celdas(`<row r="1"><c r="A1" s="1"><v>${serial}</v></c></row>`, { estilos, libro })).toEqual(
      [{ fecha }],
    );
  });

  it("lee fecha con hora, fecha ISO y porcentajes según su formato", async () => {
    const estilos = `<numFmts><numFmt numFmtId="170" formatCode="dd&quot; de &quot;mmmm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="10"/></cellXfs>`;
    const filas = `<row r="1"><c r="A1" s="1"><v>45838.5</v></c><c r="B1" t="d"><v>2025-06-30T00:00:00</v></c><c r="C1" s="2"><v>0.853</v></c></row>`;
    expect(await celdas(filas, { estilos })).toEqual([
      { fecha: "2025-06-30", hora: "12:00:00" },
      { fecha: "2025-06-30" },
      { porcentaje: 0.853 },
    ]);
  });

  it.each([
    ["General", "numero"],
    ["#,##0", "numero"],
    ['0" días"', "numero"],
    ["[Red]0.00", "numero"],
    ["0.00E+00", "numero"],
    ["[$-340A]dd-mm-yyyy", "fecha"],
    ["[h]:mm", "fecha"],
    ["0.0%", "porcentaje"],
  ])("el formato %s muestra %s", (formato, forma) => {
    expect(formaDeFormato(formato)).toBe(forma);
  });

  it("lee textos en línea, compartidos con guías fonéticas y celdas sin dirección", async () => {
    const compartidos = `<si><r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>`;
    const filas = `<row><c t="inlineStr"><is><t>en línea</t></is></c><c t="s"><v>0</v></c><c><v>3</v></c></row>`;
    expect(await celdas(filas, { compartidos })).toEqual(["en línea", "東京", 3]);
  });

  it("lee libros con prefijos en los nombres y rutas absolutas", async () => {
    const bytes = libroCrudo({
      prefijo: "x:",
      destino: (n) => `/xl/worksheets/sheet${n}.xml`,
      hojas: { Uno: `<x:sheetData><x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row></x:sheetData>` },
    });
    expect((await abrir(bytes)).hojas[0]?.filas).toEqual([{ numero: 2, celdas: [undefined, 7] }]);
  });

  it("no le importa la dimensión declarada ni un millón de filas vacías", async () => {
    // Some with a cell that was formatted and says nothing, the others without any.
    const conFormato = Array.from(
      { length: 200_000 },
      (_, i) => `<row r="${i + 2}" spans="1:5"><c r="A${i + 2}" s="0"/></row>`,
    ).join("");
    const vacias = conFormato + "<row/>".repeat(800_000);
    const bytes = libroCrudo({
      hojas: {
        H: `<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>${vacias}</sheetData>`,
      },
    });
    expect((await abrir(bytes)).hojas[0]?.filas).toHaveLength(1);
  });

  it("dice qué celdas están combinadas y qué hojas están ocultas", async () => {
    const libro = new ExcelJS.Workbook();
    const hoja = libro.addWorksheet("Visible");
    hoja.getCell("A1").value = "x";
    hoja.mergeCells("A1:B3");
    libro.addWorksheet("Oculta", { state: "hidden" });
    const leido = await abrir(new Uint8Array(await libro.xlsx.writeBuffer()));
    expect(leido.hojas.map((h) => h.oculta)).toEqual([false, true]);
    expect(leido.hojas[0]?.combinadas).toEqual([
      { filaDesde: 1, filaHasta: 3, columnaDesde: 0, columnaHasta: 1 },
    ]);
    expect(leido.enlacesExternos).toBe(false);
  });

  it("avisa los enlaces a otros libros sin seguirlos", async () => {
    const partes = [{ nombre: "xl/externalLinks/externalLink1.xml", contenido: "<externalLink/>" }];
    const filas = `<sheetData><row r="1"><c r="A1"><f>[1]Hoja1!A1</f><v>5</v></c></row></sheetData>`;
    const leido = await abrir(libroCrudo({ hojas: { H: filas }, partes }));
    expect(leido.enlacesExternos).toBe(true);
    expect(leido.hojas[0]?.filas[0]?.celdas).toEqual([5]);
  });

  it("lee un libro de LibreOffice: formatos propios, fórmulas lógicas y columnas hasta AMJ", async () => {
    const estilos = `<numFmts count="2"><numFmt numFmtId="164" formatCode="General"/><numFmt numFmtId="165" formatCode="[$-340A]dd\\-mm\\-yyyy;@"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0"><alignment horizontal="general"/><protection locked="true" hidden="false"/></xf><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>`;
    const hoja = `<sheetPr filterMode="false"/><dimension ref="A1:AMJ1048576"/><cols><col collapsed="false" customWidth="false" hidden="false" max="1024" min="1" style="0" width="11.5"/></cols><sheetData><row r="1" customFormat="false" ht="12.8" hidden="false" customHeight="false"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1" s="1" t="n"><v>45838</v></c><c r="C1" s="0" t="b"><f aca="false">TRUE()</f><v>1</v></c><c r="AMJ1" s="0"/></row><row r="1048576" customFormat="false" ht="12.8"/></sheetData>`;
    const bytes = libroCrudo({
      hojas: { Hoja1: hoja },
      estilos,
      compartidos: `<si><t xml:space="preserve">Ñandú </t></si>`,
    });
    expect((await abrir(bytes)).hojas[0]?.filas).toEqual([
      { numero: 1, celdas: ["Ñandú ", { fecha: "2025-06-30" }, true] },
    ]);
  });

  it("lee un libro de Google Sheets: mil filas vacías con alto propio y textos compartidos sin cuenta", async () => {
    const vacias = Array.from(
      { length: 998 },
      (_, i) => `<row r="${i + 3}" ht="15.75" customHeight="1"/>`,
    ).join("");
    const hoja = `<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/><sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row><row r="2"><c r="A2" s="1" t="s"><v>1</v></c><c r="B2" s="2"><v>0.5</v></c></row>${vacias}</sheetData><drawing r:id="rId1"/>`;
    const estilos = `<cellXfs count="3"><xf borderId="0" fillId="0" fontId="0" numFmtId="0" applyAlignment="1" applyFont="1"/><xf borderId="0" fillId="0" fontId="1" numFmtId="0" xfId="0"/><xf borderId="0" fillId="0" fontId="1" numFmtId="9" xfId="0"/></cellXfs>`;
    const bytes = libroCrudo({
      hojas: { "Hoja 1": hoja },
      estilos,
      compartidos: "<si><t>Título</t></si><si><t>dos\nlíneas</t></si>",
    });
    expect((await abrir(bytes)).hojas[0]?.filas.map((f) => f.celdas)).toEqual([
      ["Título"],
      ["dos\nlíneas", { porcentaje: 0.5 }],
    ]);
  });
});
