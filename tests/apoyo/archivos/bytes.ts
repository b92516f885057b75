import { deflateSync } from "node:zlib";
import { ZipFile } from "yazl";
import { archivoOle, type NodoOle } from "./ole";

/** A zip with those entries, by name. */
export async function zip(entradas: Record<string, string | Buffer>, comprimir = true): Promise<Buffer> {
  const archivo = new ZipFile();
  for (const [nombre, contenido] of Object.entries(entradas)) {
    archivo.addBuffer(Buffer.from(contenido), nombre, { compress: comprimir && nombre !== "mimetype" });
  }
  archivo.end();
  return Buffer.concat(await Array.fromAsync(archivo.outputStream as AsyncIterable<Buffer>));
}

const PRINCIPAL = {
  docx: [
    "word/document.xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  ],
  xlsx: ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"],
  pptx: [
    "ppt/presentation.xml",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
  ],
  docm: ["word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"],
  dotx: [
    "word/document.xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
  ],
} as const;

/** The list of types of an Office document, with other parts besides the main one. */
export function tiposOoxml(clase: keyof typeof PRINCIPAL, otros = ""): string {
  const [parte, tipo] = PRINCIPAL[clase];
  return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${otros}<Override PartName="/${parte}" ContentType="${tipo}"/></Types>`;
}

/** An Office document as Office writes it, with other entries besides. */
export function ooxml(
  clase: keyof typeof PRINCIPAL,
  otras: Record<string, string | Buffer> = {},
  tipos: string | Buffer = tiposOoxml(clase),
): Promise<Buffer> {
  return zip({
    "[Content_Types].xml": tipos,
    "_rels/.rels": "<Relationships/>",
    [PRINCIPAL[clase][0]]: "<x/>",
    ...otras,
  });
}

/** An OpenDocument of that kind ("text", "spreadsheet", "presentation"). */
export function odf(clase: string, otras: Record<string, string> = {}): Promise<Buffer> {
  const mimetype = `application/vnd.oasis.opendocument.${clase}`;
  return zip({ mimetype, "META-INF/manifest.xml": "<manifest:manifest/>", "content.xml": "<x/>", ...otras });
}

/** A Word 97-2003 document; `cifrado` sets its bit of password. */
export function doc(otros: NodoOle[] = [], cifrado = false): Buffer {
  const fib = Buffer.alloc(5000);
  fib.writeUInt16LE(0xa5ec, 0);
  fib.writeUInt16LE(cifrado ? 0x0100 : 0, 10);
  return archivoOle([
    { nombre: "WordDocument", bytes: fib },
    { nombre: "1Table", bytes: Buffer.alloc(100) },
    ...otros,
  ]);
}

/** An Excel 97-2003 workbook with those records ([type, data]) between its start and its end. */
export function xls(registros: [number, Buffer][] = []): Buffer {
  const todos: [number, Buffer][] = [[0x809, Buffer.alloc(16)], ...registros, [0x0a, Buffer.alloc(0)]];
  const libro = Buffer.concat(
    todos.flatMap(([tipo, datos]) => {
      const cabecera = Buffer.alloc(4);
      cabecera.writeUInt16LE(tipo, 0);
      cabecera.writeUInt16LE(datos.length, 2);
      return [cabecera, datos];
    }),
  );
  return archivoOle([{ nombre: "Workbook", bytes: libro }]);
}

/** A sheet's record in a workbook: kind 0 is a worksheet, 1 a sheet of Excel 4.0 macros. */
export function hojaXls(clase: number): [number, Buffer] {
  return [0x85, Buffer.from([0, 0, 0, 0, 0, clase, 1, 0, 0x48])];
}

/** A PowerPoint 97-2003 presentation; `macros` writes the atom that says it has them. */
export function ppt(macros: number | null = null): Buffer {
  const atomo = Buffer.from("0f00ff0314000000020000040c0000000100000000000000020000", "hex");
  if (macros !== null) atomo.writeUInt32LE(macros, 20);
  const cuerpo =
    macros === null ? Buffer.alloc(6000) : Buffer.concat([Buffer.alloc(5000), atomo, Buffer.alloc(900)]);
  return archivoOle([{ nombre: "PowerPoint Document", bytes: cuerpo }]);
}

/** An Outlook mail with one attachment, of that name and content. */
export function msg(nombre: string, contenido: Buffer): Buffer {
  return archivoOle([
    { nombre: "__nameid_version1.0", hijos: [] },
    { nombre: "__properties_version1.0", bytes: Buffer.alloc(64) },
    {
      nombre: "__attach_version1.0_#00000000",
      hijos: [
        { nombre: "__substg1.0_3707001F", bytes: Buffer.from(nombre, "utf16le") },
        { nombre: "__substg1.0_37010102", bytes: contenido },
      ],
    },
  ]);
}

/** A PDF with those bytes as its objects. */
export function pdf(objetos: string | Buffer = "", cola = ""): Buffer {
  return Buffer.concat([
    Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n", "latin1"),
    Buffer.from(objetos),
    Buffer.from(`\ntrailer\n<</Root 1 0 R ${cola}>>\nstartxref\n9\n%%EOF\n`),
  ]);
}

/** Objects packed in a stream, as PDF 1.5 and later do; with another filter, the bytes go as they are. */
export function objetosEmpaquetados(texto: string, filtro = "/FlateDecode"): Buffer {
  const datos = filtro === "/FlateDecode" ? deflateSync(texto) : Buffer.from(texto);
  return Buffer.concat([
    Buffer.from(
      `7 0 obj\n<</Type /ObjStm /N 1 /First 4 ${filtro && `/Filter ${filtro} `}/Length ${datos.length}>>\nstream\n`,
    ),
    datos,
    Buffer.from("\nendstream\nendobj\n"),
  ]);
}

const caja = (tipo: string, datos: Buffer | string = "") => {
  const cuerpo = Buffer.from(datos as string);
  const cabecera = Buffer.alloc(8);
  cabecera.writeUInt32BE(cuerpo.length + 8, 0);
  cabecera.write(tipo, 4, "latin1");
  return Buffer.concat([cabecera, cuerpo]);
};

/** A file of ISO boxes (mp4, m4a, heic, mov) with that brand. */
export function cajas(marca: string, ...tipos: string[]): Buffer {
  return Buffer.concat([
    caja("ftyp", `${marca}\0\0\0\0${marca}isom`),
    ...tipos.map((t) => caja(t, Buffer.alloc(64))),
  ]);
}

/** A square of 8 by 8 pixels, as a browser writes it. */
export const IMAGEN = {
  png: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAYAAADED76LAAAAIklEQVR4AdyKMQ0AAAyDyPx73lYBrYAmcMEAm9Tw3dMxHAAAAP//n8zf4QAAAAZJREFUAwCzCQgJB3GDOQAAAABJRU5ErkJggg==",
    "base64",
  ),
  jpeg: Buffer.from(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AIgAf//Z",
    "base64",
  ),
  webp: Buffer.from(
    "UklGRgYCAABXRUJQVlA4WAoAAAAgAAAABwAABwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggGAAAADABAJ0BKggACAAHQJYlpAADcAD+77kAAA==",
    "base64",
  ),
};

/** A sound in MP3: frames of silence with their headers. */
export function mp3(): Buffer {
  const cuadro = Buffer.alloc(417);
  Buffer.from("fffb9064", "hex").copy(cuadro);
  return Buffer.concat([
    Buffer.from("ID3\x03\0\0\0\0\0\x0a", "latin1"),
    Buffer.alloc(10),
    cuadro,
    cuadro,
    cuadro,
  ]);
}

/** The start of a WebM. */
export const WEBM = Buffer.from(
  "1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806700000000",
  "hex",
);

/** The start of a program of Windows. */
export const PROGRAMA = Buffer.concat([
  Buffer.from("4d5a90000300000004000000ffff0000b8", "hex"),
  Buffer.alloc(300),
]);

/** A mail with an attachment of that name; `cuerpo` in base64. */
export function eml(nombreAdjunto: string, cuerpo = "aG9sYQ=="): Buffer {
  return Buffer.from(
    [
      "Received: from mx.ejemplo.cl (10.0.0.1) by correo.ejemplo.cl",
      "From: =?utf-8?Q?Mar=C3=ADa?= <maria@ejemplo.cl>",
      "To: todos@ejemplo.cl",
      "Subject: Informe de resultados",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="x"',
      "",
      "--x",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<html><body>Estimadas y estimados</body></html>",
      "--x",
      "Content-Type: application/octet-stream",
      `Content-Disposition: attachment;\r\n ${nombreAdjunto}`,
      "Content-Transfer-Encoding: base64",
      "",
      cuerpo,
      "--x--",
      "",
    ].join("\r\n"),
  );
}
