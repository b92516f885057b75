import { describe, expect, it } from "vitest";
import { cajas, doc, eml, IMAGEN, msg, objetosEmpaquetados, ooxml, pdf } from "@/tests/apoyo/archivos/bytes";
import { type Bytes, codigo, examinar } from "@/tests/apoyo/archivos/examen";
import { archivoOle } from "@/tests/apoyo/archivos/ole";

describe("un archivo hecho para cansar al examen termina pronto", () => {
  const casos: [string, string, () => Buffer][] = [
    ["un PDF que anuncia millones de paquetes", "a.pdf", () => pdf("/ObjStm stream ".repeat(500_000))],
    [
      "un correo de un millón de cabeceras",
      "a.eml",
      () =>
        Buffer.concat([
          eml("filename=a"),
          Buffer.from("content-transfer-encoding: base64\r\na\r\n".repeat(200_000)),
        ]),
    ],
    [
      "un JPEG de un millón de marcas",
      "a.jpg",
      () => Buffer.concat([IMAGEN.jpeg.subarray(0, 20), Buffer.from("ffe00002".repeat(200_000), "hex")]),
    ],
    [
      "un MP4 de un millón de cajas",
      "a.mp4",
      () => Buffer.concat([cajas("isom"), Buffer.from("0000000866726565".repeat(200_000), "hex")]),
    ],
  ];
  it.each(casos)("%s", async (_caso, nombre, bytes) => {
    expect(await codigo(nombre, bytes())).toBe("archivo_danado");
  });

  it("una página tras miles de comentarios sigue siendo una página", async () => {
    expect(await codigo("a.txt", Buffer.from(`${"<!---->".repeat(2_000)}<html>`))).toBe("archivo_web");
    expect(await codigo("a.txt", Buffer.from("<!---->".repeat(2_000)))).toBe("aceptado: text/plain");
  });
});

describe("ningún archivo roto hace caer el examen", () => {
  const muestras: [string, () => Bytes][] = [
    [
      "a.docx",
      () =>
        ooxml("docx", {
          "word/embeddings/oleObject1.bin": archivoOle([{ nombre: "x", bytes: Buffer.alloc(50) }]),
        }),
    ],
    ["a.doc", () => doc()],
    ["a.msg", () => msg("a.pdf", pdf())],
    ["a.pdf", () => pdf(objetosEmpaquetados("1 0 <<>>"))],
    ["a.jpg", () => IMAGEN.jpeg],
    ["a.mp4", () => cajas("isom", "moov", "mdat")],
    ["a.eml", () => eml('filename="a.pdf"')],
  ];
  it.each(muestras)("%s cortado en cualquier punto y con bytes cambiados", async (nombre, muestra) => {
    const bytes = await muestra();
    const paso = Math.max(1, Math.floor(bytes.length / 150));
    for (let i = 1; i < bytes.length; i += paso) {
      const cortado = await examinar(nombre, bytes.subarray(0, i));
      expect(cortado.ok || cortado.falla.codigo).toBeTruthy();
      const cambiado = Buffer.from(bytes);
      cambiado.fill(0xff, i, Math.min(bytes.length, i + 4));
      const r = await examinar(nombre, cambiado);
      expect(r.ok || r.falla.codigo).toBeTruthy();
    }
  });
});
