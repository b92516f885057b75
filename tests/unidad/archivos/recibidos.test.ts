import { describe, expect, it } from "vitest";
import {
  cajas,
  doc,
  eml,
  hojaXls,
  IMAGEN,
  mp3,
  msg,
  objetosEmpaquetados,
  odf,
  ooxml,
  pdf,
  ppt,
  tiposOoxml,
  WEBM,
  xls,
} from "@/tests/apoyo/archivos/bytes";
import { type Bytes, codigo, examinar, excelReal, ODF, OFFICE } from "@/tests/apoyo/archivos/examen";
import { archivoOle } from "@/tests/apoyo/archivos/ole";

const utf16 = (texto: string) => Buffer.from(`\ufeff${texto}`, "utf16le");

describe("se recibe cada tipo aceptado, por su contenido", () => {
  const casos: [string, () => Bytes, string][] = [
    ["Informe.pdf", () => pdf(), "application/pdf"],
    ["Informe.PDF", () => pdf(objetosEmpaquetados("1 0 <</Type /Page>>")), "application/pdf"],
    [
      "Protegido.pdf",
      () => pdf(objetosEmpaquetados("\x07cifrado", "/Otro"), "/Encrypt 9 0 R"),
      "application/pdf",
    ],
    [
      "Escaneado.pdf",
      () => pdf("5 0 obj <</Type /XObject /Subtype /Image /Filter /DCTDecode>>"),
      "application/pdf",
    ],
    ["Factura con XML.pdf", () => pdf("5 0 obj <</Type /EmbeddedFile>>"), "application/pdf"],
    ["foto.png", () => IMAGEN.png, "image/png"],
    ["foto.jpg", () => IMAGEN.jpeg, "image/jpeg"],
    ["foto.JPEG", () => IMAGEN.jpeg, "image/jpeg"],
    ["foto.jfif", () => IMAGEN.jpeg, "image/jpeg"],
    ["foto.webp", () => IMAGEN.webp, "image/webp"],
    ["IMG_0001.HEIC", () => cajas("heic", "meta", "mdat"), "image/heic"],
    ["IMG_0002.heif", () => cajas("mif1", "meta", "mdat"), "image/heic"],
    ["Acta.docx", () => ooxml("docx"), `${OFFICE}.wordprocessingml.document`],
    ["Listado.xlsx", excelReal, `${OFFICE}.spreadsheetml.sheet`],
    ["Charla.pptx", () => ooxml("pptx"), `${OFFICE}.presentationml.presentation`],
    [
      "Con gráfico.docx",
      async () => ooxml("docx", { "word/embeddings/Hoja1.xlsx": await ooxml("xlsx") }),
      `${OFFICE}.wordprocessingml.document`,
    ],
    [
      "Con ecuación.docx",
      () =>
        ooxml("docx", {
          "word/embeddings/oleObject1.bin": archivoOle([
            { nombre: "Equation Native", bytes: Buffer.alloc(50) },
          ]),
        }),
      `${OFFICE}.wordprocessingml.document`,
    ],
    [
      "Tipos en UTF-16.docx",
      () => ooxml("docx", {}, utf16(tiposOoxml("docx"))),
      `${OFFICE}.wordprocessingml.document`,
    ],
    ["Antiguo.doc", () => doc(), "application/msword"],
    ["Antiguo.xls", () => xls([hojaXls(0)]), "application/vnd.ms-excel"],
    ["Antiguo.ppt", () => ppt(), "application/vnd.ms-powerpoint"],
    ["Sin macros.ppt", () => ppt(0), "application/vnd.ms-powerpoint"],
    ["Texto.odt", () => odf("text"), `${ODF}.text`],
    [
      "Planilla.ods",
      () => odf("spreadsheet", { "Basic/Standard/script-lb.xml": "<x/>" }),
      `${ODF}.spreadsheet`,
    ],
    ["Láminas.odp", () => odf("presentation"), `${ODF}.presentation`],
    ["Invitación.eml", () => eml('filename="informe.pdf"'), "message/rfc822"],
    ["Invitación.msg", () => msg("informe.pdf", pdf()), "application/vnd.ms-outlook"],
    ["Video.mp4", () => cajas("isom", "moov", "mdat"), "video/mp4"],
    ["Grabación.m4a", () => cajas("M4A ", "moov", "mdat"), "audio/mp4"],
    ["De Android.m4a", () => cajas("mp42", "moov", "mdat"), "audio/mp4"],
    ["Grabación.webm", () => WEBM, "video/webm"],
    ["Entrevista.mp3", mp3, "audio/mpeg"],
    ["Notas.txt", () => Buffer.from("Reunión del Comité\r\n\tAcuerdos\n"), "text/plain"],
    ["De Windows.txt", () => Buffer.from("Reuni\xf3n a\xf1o 2025", "latin1"), "text/plain"],
    ["UTF-16.txt", () => utf16("Reunión"), "text/plain"],
    ["Parece imagen.csv", () => Buffer.from("BM;Nombre;Cargo\nMZ;Ana;Jefa\n"), "text/csv"],
    ["Compara.csv", () => Buffer.from("meta;resultado\n< 5 días;si a<b\n"), "text/csv"],
  ];
  it.each(casos)("%s", async (nombre, bytes, tipo) => {
    expect(await examinar(nombre, bytes())).toEqual({
      ok: true,
      valor: { tipo, nombreSeguro: nombre.normalize("NFC") },
    });
  });

  it("un archivo sin extensión la recibe de su contenido", async () => {
    expect(await examinar("Acta firmada", pdf())).toMatchObject({
      ok: true,
      valor: { nombreSeguro: "Acta firmada.pdf" },
    });
    expect(await examinar("notas", Buffer.from("hola"))).toMatchObject({
      valor: { nombreSeguro: "notas.txt" },
    });
    expect(await examinar("adjunto", ooxml("xlsx"))).toMatchObject({
      valor: { nombreSeguro: "adjunto.xlsx" },
    });
  });

  it("lo que declara el navegador no cambia el resultado, salvo si declara algo que se ejecuta", async () => {
    expect(await codigo("a.csv", Buffer.from("a;b"), "application/vnd.ms-excel")).toBe("aceptado: text/csv");
    expect(await codigo("a.pdf", pdf(), "application/octet-stream")).toBe("aceptado: application/pdf");
    expect(await codigo("a.txt", Buffer.from("a"), "text/html; charset=utf-8")).toBe("archivo_web");
    expect(await codigo("a", Buffer.from("a"), "application/x-msdownload")).toBe("archivo_ejecutable");
  });
});
