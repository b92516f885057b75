import { createHash } from "node:crypto";
import { PassThrough, Readable, Transform } from "node:stream";
import { ZipFile } from "yazl";
import type { Expediente } from "@/lib/expediente/formato";

/** A file of the institution that goes in the package as it was uploaded. */
export interface ArchivoDelPaquete {
  /** Folder inside the package: «difusion/instancia-1/medio». */
  carpeta: string;
  nombre: string;
  sha256: string;
  /** Opens its content when its turn comes. */
  abrir: () => Promise<Readable | Uint8Array>;
}

/** A document drawn when its turn comes. */
export interface PiezaDelPaquete {
  nombre: string;
  dibujar: () => Promise<Uint8Array>;
}

export interface ContenidoDelPaquete {
  expediente: Expediente;
  codigo: string;
  /** Instant of issue (ISO 8601 with zone): date of every entry. */
  emitidoEn: string;
  huellas: { huellaPlan?: string | null; huellaInforme?: string | null };
  piezas: readonly PiezaDelPaquete[];
  archivos: readonly ArchivoDelPaquete[];
}

/** Content of `manifiesto.json`. */
export interface Manifiesto {
  formato: "paquete-cseu/v1";
  ejercicio: number;
  institucion: Expediente["institucion"];
  codigo: string;
  emitidoEn: string;
  huellaPlan: string | null;
  huellaInforme: string | null;
  contenido: { nombre: string; tamano: number; sha256: string }[];
}

/** Digest of a file of the package that is not the one the expediente declares. */
export class ArchivoAlterado extends Error {
  readonly codigo = "ARCHIVO_ALTERADO";
  constructor(
    readonly archivo: string,
    readonly esperada: string,
    readonly encontrada: string,
  ) {
    super(`El archivo ${archivo} no es el que declara el expediente: su huella es ${encontrada}.`);
  }
}

const YA_COMPRIMIDO = /\.(xlsx|pdf|zip|png|jpe?g|docx|pptx|mp[34])$/i;

function nombreSeguro(nombre: string): string {
  const limpio = [...nombre.normalize("NFC")]
    .map((c) => ((c.codePointAt(0) ?? 0) < 0x20 || '/\\:*?"<>|\u007f'.includes(c) ? "_" : c))
    .join("")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  return limpio.slice(0, 150) || "archivo";
}

function sinRepetir(usados: Set<string>, ruta: string): string {
  const punto = ruta.lastIndexOf(".");
  const [base, extension] =
    punto > ruta.lastIndexOf("/") ? [ruta.slice(0, punto), ruta.slice(punto)] : [ruta, ""];
  let propuesta = ruta;
  for (let i = 2; usados.has(propuesta.toLowerCase()); i++) propuesta = `${base} (${i})${extension}`;
  usados.add(propuesta.toLowerCase());
  return propuesta;
}

/** Counts and digests what passes through; at the end, notes it in the manifest. */
function medidor(nombre: string, contenido: Manifiesto["contenido"], esperada?: string): Transform {
  const resumen = createHash("sha256");
  let tamano = 0;
  return new Transform({
    transform(trozo: Buffer, _, listo) {
      resumen.update(trozo);
      tamano += trozo.length;
      listo(null, trozo);
    },
    flush(listo) {
      const sha256 = resumen.digest("hex");
      if (esperada && esperada !== sha256) return listo(new ArchivoAlterado(nombre, esperada, sha256));
      contenido.push({ nombre, tamano, sha256 });
      listo();
    },
  });
}

/**
 * The package of a submission as a zip that flows: documents, the institution's files, `expediente.json` and, last,
 * `manifiesto.json` with the size and SHA-256 of everything before it. Nothing waits in memory but one document.
 * The stream fails with {@link ArchivoAlterado} when a file is not the one the expediente declares.
 */
export function paquete(contenido: ContenidoDelPaquete): Readable {
  const zip = new ZipFile();
  const salida = new PassThrough();
  const manifiesto: Manifiesto["contenido"] = [];
  const usados = new Set<string>();
  const mtime = new Date(contenido.emitidoEn);
  const fallar = (error: unknown) =>
    salida.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on("error", fallar);

  const agregar = (ruta: string, abrir: () => Promise<Readable | Uint8Array>, sha256?: string) => {
    const nombre = sinRepetir(usados, ruta);
    const opciones = { mtime, compress: !YA_COMPRIMIDO.test(nombre), forceDosTimestamp: true };
    zip.addReadStreamLazy(nombre, opciones, (listo) => {
      abrir().then((origen) => {
        const flujo = origen instanceof Uint8Array ? Readable.from([Buffer.from(origen)]) : origen;
        const medida = medidor(nombre, manifiesto, sha256);
        flujo.on("error", (error) => medida.destroy(error));
        medida.on("error", fallar);
        listo(null, flujo.pipe(medida));
      }, fallar);
    });
  };

  for (const x of contenido.piezas) agregar(nombreSeguro(x.nombre), x.dibujar);
  for (const x of contenido.archivos) {
    const carpeta = x.carpeta.split("/").map(nombreSeguro).join("/");
    agregar(`archivos/${carpeta}/${nombreSeguro(x.nombre)}`, x.abrir, x.sha256);
  }
  agregar("expediente.json", async () => Buffer.from(`${JSON.stringify(contenido.expediente, null, 2)}\n`));
  const final = (): Manifiesto => ({
    formato: "paquete-cseu/v1",
    ejercicio: contenido.expediente.ejercicio,
    institucion: contenido.expediente.institucion,
    codigo: contenido.codigo,
    emitidoEn: contenido.emitidoEn,
    huellaPlan: contenido.huellas.huellaPlan ?? null,
    huellaInforme: contenido.huellas.huellaInforme ?? null,
    contenido: [...manifiesto],
  });
  agregar("manifiesto.json", async () => Buffer.from(`${JSON.stringify(final(), null, 2)}\n`));
  zip.end();
  zip.outputStream.on("error", fallar);
  zip.outputStream.pipe(salida);
  return salida;
}
