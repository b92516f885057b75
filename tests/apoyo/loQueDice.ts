import { leerLibro } from "./leerLibro";
import { leerPdf, sinEspacios } from "./leerPdf";
import { leerZip } from "./leerZip";

/** Uploaded by the institution, whatever it is: looked into as bytes. */
const SUBIDO = /^(archivos|actas)\//;

const sinMarcas = (xml: string) => xml.replaceAll(/<[^>]*>/g, "");

async function delPdf(bytes: Uint8Array): Promise<string> {
  const { contenido, paginas, titulo, xmp, marcadores } = await leerPdf(bytes);
  return [contenido, ...paginas, titulo, xmp, ...marcadores].join("\n");
}

/** Its cells, and everything else that the file carries: names of sheets, comments, properties. */
async function delLibro(bytes: Buffer): Promise<string> {
  const { textos, columnas } = await leerLibro(bytes);
  const partes = [...leerZip(bytes).values()].map((parte) => sinMarcas(parte.toString("utf8")));
  return [...textos, ...columnas, ...partes].join("\n");
}

/**
 * Everything that a document says, without white space, by name: of a package, each of its entries.
 * @param nombre its name, whose ending tells what it is
 */
export async function loQueDice(nombre: string, bytes: Buffer): Promise<Map<string, string>> {
  if (nombre.endsWith(".zip")) {
    const dichos = new Map<string, string>();
    for (const [entrada, suyos] of leerZip(bytes))
      for (const [donde, dicho] of await loQueDice(entrada, suyos)) dichos.set(`${nombre}/${donde}`, dicho);
    return dichos;
  }
  const texto =
    nombre.endsWith(".pdf") && !SUBIDO.test(nombre)
      ? await delPdf(bytes)
      : nombre.endsWith(".xlsx") && !SUBIDO.test(nombre)
        ? await delLibro(bytes)
        : bytes.toString("utf8");
  return new Map([[nombre, sinEspacios(texto)]]);
}
