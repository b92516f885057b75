import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ErrorDatos } from "../errorDatos";

/** Of the layout of a backup's folder, not of the tables: those go with the migrations. */
export const FORMATO_RESPALDO = 1;

export const MANIFIESTO = "manifiesto.json";
/** As `sha256sum -c` reads it. */
export const HUELLA_MANIFIESTO = "manifiesto.sha256";
export const LISTA_ARCHIVOS = "archivos.txt";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const nombre = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const esquema = z.object({
  formato: z.literal(FORMATO_RESPALDO),
  creado: z.iso.datetime(),
  /** Applied in the database when it was copied, in order. */
  migraciones: z.array(z.object({ nombre: z.string(), huella: sha256 })).min(1),
  /** `sha256` and `bytes` are of the rows as COPY writes them, before compressing. */
  tablas: z.array(
    z.object({
      tabla: nombre,
      columnas: z.array(nombre).min(1),
      filas: z.number().int().nonnegative(),
      bytes: z.number().int().nonnegative(),
      sha256,
    }),
  ),
  secuencias: z.array(z.object({ secuencia: nombre, valor: z.string().regex(/^\d+$/), usada: z.boolean() })),
  archivos: z.object({ cuantos: z.number().int(), bytes: z.number().int(), sha256 }),
  /** Seal of the trail at that instant (`verificarBitacora`). */
  sello: sha256,
});

/** What a backup says of itself: enough to know, before touching anything, that it is whole and of which version. */
export type Manifiesto = z.output<typeof esquema>;
export type PiezaTabla = Manifiesto["tablas"][number];
export type ContenidoRespaldado = { readonly sha256: string; readonly tamano: number };

/** Where the rows of a table are, inside the folder of a backup. */
export const rutaTabla = (carpeta: string, tabla: string) => join(carpeta, "tablas", `${tabla}.copy.gz`);

/** Where the content of a file is, inside the folder of a backup. */
export const rutaContenido = (carpeta: string, huella: string) =>
  join(carpeta, "archivos", huella.slice(0, 2), huella);

/** A failure of a backup, in words for whoever operates. */
export const fallaRespaldo = (mensaje: string, causa?: unknown) =>
  new ErrorDatos("respaldo", mensaje, causa === undefined ? {} : { causa });

const resumen = (datos: string | Buffer) => createHash("sha256").update(datos).digest("hex");

async function leerPieza(ruta: string): Promise<Buffer> {
  return readFile(ruta).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    throw fallaRespaldo(
      `A este respaldo le falta ${ruta}: no terminó de hacerse o se copió a medias. Use otro respaldo, o cópielo de nuevo entero.`,
    );
  });
}

/**
 * Reads the manifest of a backup and checks it against its own digest.
 * @throws ErrorDatos `respaldo` when it is missing, damaged or of another format
 */
export async function leerManifiesto(carpeta: string): Promise<Manifiesto> {
  const ruta = join(carpeta, MANIFIESTO);
  const texto = await leerPieza(ruta);
  const anotada = (await leerPieza(join(carpeta, HUELLA_MANIFIESTO))).toString("utf8").slice(0, 64);
  if (resumen(texto) !== anotada)
    throw fallaRespaldo(`${ruta} está dañado o fue cambiado. Use otro respaldo.`);
  const crudo = JSON.parse(texto.toString("utf8")) as { formato?: unknown };
  if (crudo.formato !== FORMATO_RESPALDO) {
    throw fallaRespaldo(
      `El respaldo es de formato ${String(crudo.formato)} y esta versión de la plataforma lee el ${FORMATO_RESPALDO}. Restáurelo con la versión que lo hizo.`,
    );
  }
  const leido = esquema.safeParse(crudo);
  if (!leido.success) throw fallaRespaldo(`${ruta} no se entiende: ${z.prettifyError(leido.error)}`);
  return leido.data;
}

/** The text of a manifest and of the file that carries its digest. */
export function escribirManifiesto(manifiesto: Manifiesto): { texto: string; huella: string } {
  const texto = `${JSON.stringify(manifiesto, null, 1)}\n`;
  return { texto, huella: `${resumen(texto)}  ${MANIFIESTO}\n` };
}

/** The list of contents as text: one per line, digest and size in bytes. */
export function escribirLista(contenidos: readonly ContenidoRespaldado[]): { texto: string; sha256: string } {
  const texto = contenidos.map((uno) => `${uno.sha256} ${uno.tamano}\n`).join("");
  return { texto, sha256: resumen(texto) };
}

/**
 * The contents that a backup must hold.
 * @throws ErrorDatos `respaldo` when the list is missing or is not the one of the manifest
 */
export async function leerLista(carpeta: string, manifiesto: Manifiesto): Promise<ContenidoRespaldado[]> {
  const ruta = join(carpeta, LISTA_ARCHIVOS);
  const texto = (await leerPieza(ruta)).toString("utf8");
  if (resumen(texto) !== manifiesto.archivos.sha256)
    throw fallaRespaldo(`${ruta} está dañado o fue cambiado. Use otro respaldo.`);
  return texto
    .split("\n")
    .filter((linea) => linea !== "")
    .map((linea) => ({ sha256: linea.slice(0, 64), tamano: Number(linea.slice(65)) }));
}
