import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { leerLibro } from "@/lib/planilla/libro/leer";
import { LIMITES } from "@/lib/planilla/libro/tipo";
import { libroCrudo, libroDe } from "@/tests/apoyo/libros";
import { zip } from "@/tests/apoyo/zip";

const texto = (contenido: string) => new TextEncoder().encode(contenido);
const cfb = (flujo: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(512),
      Buffer.from(flujo, "utf16le"),
      Buffer.alloc(64),
    ]),
  );
const hoja = (filas: string) => ({ H: `<sheetData>${filas}</sheetData>` });
const MEGA = 1024 * 1024;

async function codigo(bytes: Uint8Array): Promise<string> {
  const leido = await leerLibro(bytes);
  if (leido.ok) return "OK";
  expect(leido.falla.mensaje).toMatch(/[.]$/);
  return leido.falla.codigo;
}

describe("archivos que no se leen, y por qué", () => {
  it.each([
    ["vacío", new Uint8Array(), "LIBRO_VACIO"],
    ["de Excel antiguo (.xls)", cfb("Workbook"), "LIBRO_XLS"],
    ["con contraseña de apertura", cfb("EncryptedPackage"), "LIBRO_CON_CLAVE"],
    ["de texto separado por puntos y comas", texto("nombre;cargo\nAna;Jefa"), "LIBRO_CSV"],
    [
      "HTML con nombre de .xls",
      texto("\ufeff\r\n<html><table><tr><td>1</td></tr></table></html>"),
      "LIBRO_HTML",
    ],
    ["XML de Excel 2003", texto('<?xml version="1.0"?><Workbook/>'), "LIBRO_XML"],
    ["PDF", texto("%PDF-1.7 ...."), "LIBRO_NO_ES_XLSX"],
    ["de bytes cualquiera", new Uint8Array(64).fill(200), "LIBRO_NO_ES_XLSX"],
    [
      "OpenDocument",
      zip([
        { nombre: "mimetype", contenido: "application/vnd.oasis.opendocument.spreadsheet" },
        { nombre: "content.xml", contenido: "<a/>" },
      ]),
      "LIBRO_ODS",
    ],
    [
      "binario (.xlsb)",
      zip([
        { nombre: "[Content_Types].xml", contenido: "<a/>" },
        { nombre: "xl/workbook.bin", contenido: "x" },
      ]),
      "LIBRO_XLSB",
    ],
    [
      "un documento de Word",
      zip([
        { nombre: "[Content_Types].xml", contenido: "<a/>" },
        { nombre: "word/document.xml", contenido: "<a/>" },
      ]),
      "LIBRO_NO_ES_XLSX",
    ],
    ["un zip con otra cosa", zip([{ nombre: "foto.txt", contenido: "hola, hola" }]), "LIBRO_NO_ES_XLSX"],
    [
      "cifrado como zip",
      zip([{ nombre: "[Content_Types].xml", contenido: "<a/>", marcas: 1 }]),
      "LIBRO_CON_CLAVE",
    ],
    [
      "con macros, aunque se llame .xlsx",
      libroCrudo({ hojas: hoja(""), partes: [{ nombre: "xl/vbaProject.bin", contenido: "x" }] }),
      "LIBRO_CON_MACROS",
    ],
  ])("%s", async (_, bytes, esperado) => {
    expect(await codigo(bytes)).toBe(esperado);
  });

  it("un libro cortado por la mitad", async () => {
    const bytes = await libroDe({ H: [["a", "b"]] });
    expect(await codigo(bytes.slice(0, bytes.length / 2))).toBe("LIBRO_DANADO");
  });

  it("XML mal formado, o con definiciones de entidades", async () => {
    expect(await codigo(libroCrudo({ hojas: { H: "<sheetData><row>" } }))).toBe("LIBRO_DANADO");
    const bomba = `<!DOCTYPE a [<!ENTITY b "bbbb">]><sst><si><t>&b;</t></si></sst>`;
    const bytes = libroCrudo({ hojas: hoja(""), compartidos: "<si><t>x</t></si>" });
    const partes = libroCrudo({
      hojas: hoja(""),
      partes: [{ nombre: "xl/sharedStrings.xml", contenido: bomba }],
    });
    expect(await codigo(bytes)).toBe("OK");
    expect(await codigo(partes)).toBe("OK"); // Nobody points to that part: it is not even inflated.
    expect(await codigo(libroCrudo({ hojas: { H: "<sheetData>&b;</sheetData>" } }))).toBe("LIBRO_DANADO");
  });

  it("una bomba que declara su tamaño se rechaza sin inflarla", async () => {
    const partes = [{ nombre: "xl/bomba.xml", contenido: "", declarado: LIMITES.inflado + 1 }];
    expect(await codigo(libroCrudo({ hojas: hoja(""), partes }))).toBe("LIBRO_EXCESIVO");
  });

  it("una bomba que miente su tamaño se corta al crecer más de lo que dijo", async () => {
    const comprimido = deflateRawSync(Buffer.alloc(64 * MEGA, 32), { level: 9 });
    const bytes = zip([
      { nombre: "[Content_Types].xml", contenido: "<a/>" },
      { nombre: "xl/workbook.xml", contenido: "<a/>", comprimido, declarado: 1000 },
    ]);
    expect(bytes.length).toBeLessThan(MEGA);
    expect(await codigo(bytes)).toBe("LIBRO_DANADO");
  });

  it("demasiadas partes, hojas, filas o columnas", async () => {
    const partes = Array.from({ length: LIMITES.entradas }, (_, i) => ({
      nombre: `xl/media/${i}`,
      contenido: "",
    }));
    expect(await codigo(libroCrudo({ hojas: hoja(""), partes }))).toBe("LIBRO_EXCESIVO");
    const mil = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`H${i}`, "<sheetData/>"]));
    expect(await codigo(libroCrudo({ hojas: mil }))).toBe("LIBRO_EXCESIVO");
    const filas = Array.from({ length: LIMITES.filas + 1 }, () => "<row><c><v>1</v></c></row>").join("");
    expect(await codigo(libroCrudo({ hojas: hoja(filas) }))).toBe("LIBRO_EXCESIVO");
    expect(
      await codigo(libroCrudo({ hojas: hoja('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') })),
    ).toBe("LIBRO_EXCESIVO");
  });

  it("partes repetidas o encimadas en el zip", async () => {
    expect(
      await codigo(
        zip([
          { nombre: "a", contenido: "1" },
          { nombre: "A", contenido: "2" },
        ]),
      ),
    ).toBe("LIBRO_DANADO");
  });
});
