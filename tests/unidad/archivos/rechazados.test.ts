import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { examinarArchivo } from "@/lib/archivos/examinar";
import {
  cajas,
  doc,
  eml,
  hojaXls,
  IMAGEN,
  msg,
  objetosEmpaquetados,
  odf,
  ooxml,
  PROGRAMA,
  pdf,
  ppt,
  tiposOoxml,
  xls,
  zip,
} from "@/tests/apoyo/archivos/bytes";
import { type Bytes, codigo, examinar } from "@/tests/apoyo/archivos/examen";
import { archivoOle } from "@/tests/apoyo/archivos/ole";

const utf16 = (texto: string) => Buffer.from(`\ufeff${texto}`, "utf16le");
const VBA_OLE = {
  nombre: "Macros",
  hijos: [{ nombre: "VBA", hijos: [{ nombre: "_VBA_PROJECT", bytes: Buffer.alloc(9) }] }],
};

describe("se rechaza, con el motivo y el remedio", () => {
  const casos: [string, string, string, () => Bytes][] = [
    ["un archivo vacío", "archivo_vacio", "a.pdf", () => Buffer.alloc(0)],
    ["un programa", "archivo_ejecutable", "instalar.exe", () => PROGRAMA],
    ["un programa con nombre de PDF", "archivo_ejecutable", "informe.pdf", () => PROGRAMA],
    ["un programa con nombre de texto", "archivo_ejecutable", "informe.txt", () => PROGRAMA],
    ["un programa sin extensión", "archivo_ejecutable", "informe", () => PROGRAMA],
    [
      "un programa de Linux",
      "archivo_ejecutable",
      "informe.mp4",
      () => Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01", "latin1"), Buffer.alloc(200)]),
    ],
    ["una doble extensión", "archivo_ejecutable", "informe.pdf.exe", () => pdf()],
    [
      "una extensión disfrazada con escritura al revés",
      "archivo_ejecutable",
      "informe\u202Efdp.exe",
      () => pdf(),
    ],
    ["una extensión con un carácter invisible", "archivo_ejecutable", "informe.e\u200Bxe", () => pdf()],
    ["una secuencia de órdenes", "archivo_ejecutable", "a.txt", () => Buffer.from("#!/bin/sh\nrm -rf /\n")],
    [
      "un archivo de órdenes de Windows",
      "archivo_ejecutable",
      "a.txt",
      () => Buffer.from("@echo off\r\ndel *.*"),
    ],
    [
      "un .jar con nombre de .zip de Office",
      "archivo_ejecutable",
      "a.docx",
      () => zip({ "META-INF/MANIFEST.MF": "x", "A.class": "x" }),
    ],
    ["una página web", "archivo_web", "a.html", () => Buffer.from("<html></html>")],
    [
      "una página web con nombre de texto",
      "archivo_web",
      "a.txt",
      () => Buffer.from("\n <!-- x --><HTML><script>alert(1)</script>"),
    ],
    ["una página web con nombre de PDF", "archivo_web", "a.pdf", () => Buffer.from("<!DOCTYPE html><p>hola")],
    ["una página web en UTF-16", "archivo_web", "a.csv", () => utf16("<html>")],
    ["una página web con nombre de correo", "archivo_web", "a.eml", () => Buffer.from("<html>")],
    ["un SVG", "archivo_web", "logo.svg", () => Buffer.from("<svg/>")],
    [
      "un SVG con nombre de PNG",
      "archivo_web",
      "logo.png",
      () => Buffer.from('<?xml version="1.0"?><svg onload="x"/>'),
    ],
    ["un zip", "archivo_comprimido", "medios.zip", () => zip({ "a.txt": "a" })],
    ["un zip con nombre de Word", "archivo_comprimido", "medios.docx", () => zip({ "a.txt": "a" })],
    ["un zip vacío", "archivo_comprimido", "medios.docx", () => zip({})],
    [
      "un rar con nombre de PDF",
      "archivo_comprimido",
      "a.pdf",
      () => Buffer.concat([Buffer.from("Rar!\x1a\x07\x01\0", "latin1"), Buffer.alloc(50)]),
    ],
    ["un gzip con nombre de texto", "archivo_comprimido", "a.txt", () => gzipSync("hola")],
    ["un .docm", "archivo_macros", "a.docm", () => ooxml("docm")],
    ["un .xlsb", "archivo_macros", "a.xlsb", () => ooxml("xlsx")],
    ["un .docm con nombre de .docx", "archivo_macros", "a.docx", () => ooxml("docm")],
    [
      "un .docx con vbaProject.bin",
      "archivo_macros",
      "a.docx",
      () => ooxml("docx", { "word/vbaProject.bin": "x" }),
    ],
    [
      "un .docx con las macros bajo otro nombre",
      "archivo_macros",
      "a.docx",
      () =>
        ooxml(
          "docx",
          { "word/datos.bin": "x" },
          tiposOoxml(
            "docx",
            '<Override PartName="/word/datos.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
          ),
        ),
    ],
    [
      "un .docm que se declara en UTF-16",
      "archivo_macros",
      "a.docx",
      () => ooxml("docx", {}, utf16(tiposOoxml("docm"))),
    ],
    [
      "un .xlsx con macros de Excel 4.0",
      "archivo_macros",
      "a.xlsx",
      () => ooxml("xlsx", { "xl/macrosheets/sheet1.xml": "x" }),
    ],
    [
      "un .pptx con controles ActiveX",
      "archivo_macros",
      "a.pptx",
      () => ooxml("pptx", { "ppt/activeX/activeX1.bin": "x" }),
    ],
    ["un .doc con macros", "archivo_macros", "a.doc", () => doc([VBA_OLE])],
    [
      "un .xls con macros",
      "archivo_macros",
      "a.xls",
      () =>
        archivoOle([
          { nombre: "Workbook", bytes: Buffer.alloc(5000) },
          { nombre: "_VBA_PROJECT_CUR", hijos: [] },
        ]),
    ],
    ["un .xls con macros de Excel 4.0", "archivo_macros", "a.xls", () => xls([hojaXls(0), hojaXls(1)])],
    ["un .ppt con macros", "archivo_macros", "a.ppt", () => ppt(1)],
    [
      "un .odt con macros",
      "archivo_macros",
      "a.odt",
      () => odf("text", { "Basic/Standard/Modulo1.xml": "x" }),
    ],
    [
      "un .ods con un guion de Python",
      "archivo_macros",
      "a.ods",
      () => odf("spreadsheet", { "Scripts/python/a.py": "x" }),
    ],
    [
      "un .docx que lleva dentro un .xlsm",
      "archivo_incrustado",
      "a.docx",
      () => ooxml("docx", { "word/embeddings/Libro.xlsm": "x" }),
    ],
    [
      "un .docx que lleva dentro un Excel con macros bajo otro nombre",
      "archivo_incrustado",
      "a.docx",
      async () =>
        ooxml("docx", { "word/embeddings/Libro.xlsx": await ooxml("xlsx", { "xl/vbaProject.bin": "x" }) }),
    ],
    [
      "un .docx que lleva dentro un paquete",
      "archivo_incrustado",
      "a.docx",
      () =>
        ooxml("docx", {
          "word/embeddings/oleObject1.bin": archivoOle([
            { nombre: "paquete", hijos: [], clase: "0c00030000000000c000000000000046" },
          ]),
        }),
    ],
    [
      "un .doc que lleva dentro un paquete",
      "archivo_incrustado",
      "a.doc",
      () =>
        doc([
          {
            nombre: "ObjectPool",
            hijos: [{ nombre: "_123", hijos: [], clase: "0c00030000000000c000000000000046" }],
          },
        ]),
    ],
    [
      "un correo de Outlook con un programa",
      "archivo_incrustado",
      "a.msg",
      () => msg("instalar.exe", Buffer.from("x")),
    ],
    [
      "un correo de Outlook con un programa bajo otro nombre",
      "archivo_incrustado",
      "a.msg",
      () => msg("foto.jpg", PROGRAMA),
    ],
    [
      "un correo de Outlook con un documento con macros",
      "archivo_incrustado",
      "a.msg",
      () => msg("acta.doc", doc([VBA_OLE])),
    ],
    ["un correo con un programa", "archivo_incrustado", "a.eml", () => eml('filename="instalar.exe"')],
    ["un correo con un documento con macros", "archivo_incrustado", "a.eml", () => eml("filename=acta.DOCM")],
    [
      "un correo con un programa de nombre cifrado",
      "archivo_incrustado",
      "a.eml",
      () => eml(`filename="=?utf-8?B?${Buffer.from("instalar.exe").toString("base64")}?="`),
    ],
    [
      "un correo con un programa de nombre en trozos",
      "archivo_incrustado",
      "a.eml",
      () => eml("filename*0*=UTF-8''instalar%2E;\r\n filename*1*=ex%65"),
    ],
    [
      "un correo con un programa bajo otro nombre",
      "archivo_incrustado",
      "a.eml",
      () => eml('filename="foto.jpg"', PROGRAMA.toString("base64").replace(/.{76}/g, "$&\r\n")),
    ],
    [
      "un Word con contraseña",
      "archivo_con_contrasena",
      "a.docx",
      () =>
        archivoOle([
          { nombre: "EncryptedPackage", bytes: Buffer.alloc(5000) },
          { nombre: "EncryptionInfo", bytes: Buffer.alloc(100) },
        ]),
    ],
    ["un Word antiguo con contraseña", "archivo_con_contrasena", "a.doc", () => doc([], true)],
    [
      "un Excel antiguo con contraseña",
      "archivo_con_contrasena",
      "a.xls",
      () => xls([[0x2f, Buffer.alloc(54)]]),
    ],
    [
      "un OpenDocument con contraseña",
      "archivo_con_contrasena",
      "a.odt",
      () => odf("text", { "META-INF/manifest.xml": "<manifest:encryption-data/>" }),
    ],
    [
      "un PDF con JavaScript",
      "archivo_pdf_activo",
      "a.pdf",
      () => pdf("3 0 obj <</S /JavaScript /JS (app.alert\\(1\\))>>"),
    ],
    [
      "un PDF con JavaScript escrito con códigos",
      "archivo_pdf_activo",
      "a.pdf",
      () => pdf("3 0 obj <</S /J#61va#53cript /JS (x)>>"),
    ],
    [
      "un PDF que abre programas",
      "archivo_pdf_activo",
      "a.pdf",
      () => pdf("3 0 obj <</S /Launch /F (cmd.exe)>>"),
    ],
    [
      "un PDF con JavaScript empaquetado",
      "archivo_pdf_activo",
      "a.pdf",
      () => pdf(objetosEmpaquetados("3 0 <</S /JavaScript /JS (x)>>")),
    ],
    [
      "un PDF con JavaScript lejos del comienzo",
      "archivo_pdf_activo",
      "a.pdf",
      () =>
        pdf(Buffer.concat([Buffer.alloc(1024 * 1024 - 64, 32), Buffer.from("3 0 obj <</S /JavaScript>>")])),
    ],
    [
      "un PDF cuyos objetos no se pueden leer",
      "archivo_danado",
      "a.pdf",
      () => pdf(objetosEmpaquetados("\x07cifrado", "/Otro")),
    ],
    ["un PDF cortado", "archivo_danado", "a.pdf", () => pdf("x".repeat(200)).subarray(0, 150)],
    ["un PNG cortado", "archivo_danado", "a.png", () => IMAGEN.png.subarray(0, -12)],
    ["un JPEG cortado", "archivo_danado", "a.jpg", () => IMAGEN.jpeg.subarray(0, -2)],
    ["un WebP cortado", "archivo_danado", "a.webp", () => IMAGEN.webp.subarray(0, -2)],
    ["un MP4 cortado", "archivo_danado", "a.mp4", () => cajas("isom", "moov", "mdat").subarray(0, -5)],
    ["un MP4 sin índice", "archivo_danado", "a.mp4", () => cajas("isom", "mdat")],
    ["un Word cortado", "archivo_danado", "a.docx", async () => (await ooxml("docx")).subarray(0, -30)],
    ["un Word antiguo cortado", "archivo_danado", "a.doc", () => doc().subarray(0, 2000)],
    ["bytes al azar con nombre de PDF", "archivo_danado", "a.pdf", () => Buffer.alloc(500, 7)],
    ["bytes al azar con nombre de texto", "archivo_danado", "a.txt", () => Buffer.alloc(500, 7)],
    [
      "un texto cualquiera con nombre de correo",
      "archivo_danado",
      "a.eml",
      () => Buffer.from("hola\n\nchao"),
    ],
    ["una imagen con nombre de PDF", "archivo_no_coincide", "a.pdf", () => IMAGEN.png],
    ["un Excel con nombre de Word", "archivo_no_coincide", "a.docx", () => ooxml("xlsx")],
    ["un Word nuevo con nombre de antiguo", "archivo_no_coincide", "a.doc", () => ooxml("docx")],
    ["un Excel antiguo con nombre de nuevo", "archivo_no_coincide", "a.xlsx", () => xls()],
    [
      "un PDF con nombre de texto",
      "archivo_no_coincide",
      "a.txt",
      () => Buffer.concat([pdf(), Buffer.alloc(3)]),
    ],
    ["un audio con nombre de MP3 que es M4A", "archivo_no_coincide", "a.mp3", () => cajas("M4A ", "moov")],
    [
      "una plantilla de Word con nombre de documento",
      "archivo_convertir_documento",
      "a.docx",
      () => ooxml("dotx"),
    ],
    ["un GIF", "archivo_convertir_imagen", "a.gif", () => Buffer.from("GIF89a")],
    [
      "un GIF con nombre de JPG",
      "archivo_convertir_imagen",
      "a.jpg",
      () => Buffer.from("GIF89a\x01\0\x01\0\0\0\0;", "latin1"),
    ],
    ["un video de iPhone", "archivo_convertir_video", "a.mov", () => cajas("qt  ", "moov")],
    ["un video de iPhone con nombre de MP4", "archivo_convertir_video", "a.mp4", () => cajas("qt  ", "moov")],
    [
      "un .msi con nombre de .doc",
      "archivo_convertir_documento",
      "a.doc",
      () => archivoOle([{ nombre: "Instalador", bytes: Buffer.alloc(5000) }]),
    ],
    ["una extensión desconocida", "archivo_tipo_no_aceptado", "a.xyz", () => Buffer.from("hola")],
  ];
  it.each(casos)("%s: %s", async (_caso, esperado, nombre, bytes) => {
    const r = await examinar(nombre, bytes());
    expect(r.ok ? `aceptado: ${r.valor.tipo}` : r.falla.codigo).toBe(esperado);
    // A remedy is an order to the reader, in a second sentence.
    expect(!r.ok && r.falla.mensaje).toMatch(/[.:] .*(?:suba|súb|guárd|elija|vuelva|ábra|quít|expórt)/i);
  });

  it("lo que no coincide dice qué es y con qué nombre subirlo", async () => {
    const r = await examinar("Acta Nº 3.pdf", IMAGEN.png);
    expect(!r.ok && r.falla.mensaje).toContain("el contenido es imagen PNG");
    expect(!r.ok && r.falla.mensaje).toContain("«Acta Nº 3.png»");
  });

  it("un archivo de más de 50 MB, sin leerlo", async () => {
    const fuente = { tamano: 50 * 1024 * 1024 + 1, leer: () => Promise.reject(new Error("no debía leerse")) };
    expect(await examinarArchivo(fuente, "a.pdf", "")).toMatchObject({
      falla: { codigo: "archivo_muy_grande" },
    });
  });

  it("un zip que declara inflarse a varios gigas, sin inflarlo", async () => {
    const bytes = await ooxml("docx");
    // Uncompressed size, in the directory entry of the last file.
    bytes.writeUInt32LE(0xf0000000, bytes.lastIndexOf(Buffer.from("PK\x01\x02")) + 24);
    expect(await codigo("a.docx", bytes)).toBe("archivo_danado");
  });
});
