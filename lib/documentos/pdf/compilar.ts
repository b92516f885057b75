import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Documento } from "../modelo";
import { arborar } from "./arborar";
import { fuentes } from "./fuentes";

/** Accessible (read by a screen reader) or archivable (kept for decades). One file cannot be both: decision 0030. */
export type NormaPdf = "ua-1" | "a-2a";

let compilador: NodeCompiler | undefined;
let plantilla: string | undefined;

/** Compilations for which a memoized piece is kept without being used. */
const EDAD_DE_LA_MEMORIA = 4;

/**
 * Compiles a document to PDF. Synchronous and heavy: in the server it runs in the worker pool (taller).
 * Throws when Typst refuses the document, which would be a bug of the template: every text arrives drawable.
 */
export function compilarPdf(documento: Documento, norma: NormaPdf = "ua-1"): Uint8Array {
  compilador ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fuentes()] }] });
  plantilla ??= readFileSync(new URL("./plantilla.typ", import.meta.url), "utf8");
  const resultado = compilador.compile({ mainFileContent: plantilla, inputs: { datos: arborar(documento) } });
  const compilado = resultado.result;
  if (!compilado) {
    throw new Error(`Typst: ${JSON.stringify(resultado.takeError()?.shortDiagnostics ?? "sin detalle")}`);
  }
  const momento = documento.emitidoEn ? Date.parse(documento.emitidoEn) : Number.NaN;
  const pdf = compilador.pdf(compilado, {
    pdfStandard: norma,
    ...(Number.isNaN(momento) ? {} : { creationTimestamp: Math.floor(momento / 1000) }),
  });
  // Once the answer has left: nobody waits for what is forgotten.
  setImmediate(() => compilador?.evictCache(EDAD_DE_LA_MEMORIA));
  return pdf;
}
