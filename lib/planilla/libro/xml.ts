import { SaxesParser } from "saxes";
import { Rechazo } from "../falla";

/** What a reader of a part listens to. Names come without their namespace prefix. */
export interface Oyente {
  abre(nombre: string, atributos: Readonly<Record<string, string>>): void;
  cierra(nombre: string): void;
  texto(texto: string): void;
}

const local = (nombre: string): string => {
  const dos = nombre.indexOf(":");
  return dos < 0 ? nombre : nombre.slice(dos + 1);
};

/**
 * Walks a part as it arrives. Entities other than XML's own are an error, and no document type is ever obeyed, so
 * nothing can expand or be fetched. Throws a refusal when the XML is not well formed.
 */
export async function recorrerXml(
  trozos: AsyncIterable<Buffer> | Iterable<Buffer>,
  oyente: Oyente,
): Promise<void> {
  const analizador = new SaxesParser({ xmlns: false, position: false });
  analizador.on("error", (error) => {
    throw new Rechazo(
      "LIBRO_DANADO",
      `El libro tiene una parte ilegible (${error.message}). Ábralo en su planilla de cálculo, guárdelo otra vez como .xlsx y vuelva a cargarlo.`,
    );
  });
  analizador.on("doctype", () => {
    throw new Rechazo(
      "LIBRO_DANADO",
      "El libro trae definiciones de documento que ninguna planilla de cálculo escribe. Guárdelo otra vez como .xlsx y vuelva a cargarlo.",
    );
  });
  analizador.on("opentag", (etiqueta) =>
    oyente.abre(local(etiqueta.name), etiqueta.attributes as Record<string, string>),
  );
  analizador.on("closetag", (etiqueta) => oyente.cierra(local(etiqueta.name)));
  analizador.on("text", (texto) => oyente.texto(texto));
  analizador.on("cdata", (texto) => oyente.texto(texto));
  const decodificador = new TextDecoder("utf-8");
  let primero = true;
  let utf16: TextDecoder | undefined;
  for await (const trozo of trozos) {
    if (primero && trozo.length >= 2) {
      if (trozo[0] === 0xff && trozo[1] === 0xfe) utf16 = new TextDecoder("utf-16le");
      primero = false;
    }
    analizador.write((utf16 ?? decodificador).decode(trozo, { stream: true }));
  }
  analizador.close();
}

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Undoes the escapes of spreadsheets for characters that XML cannot hold (`_x000D_`). */
export function desescapar(texto: string): string {
  return texto.includes("_x")
    ? texto.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : texto;
}
