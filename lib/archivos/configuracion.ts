import { resolve } from "node:path";
import { z } from "zod";
import type { AlmacenArchivos } from "./almacen";
import { almacenEnDisco } from "./disco";
import { almacenEnS3 } from "./s3";

const noVacio = z.string().trim().min(1);
const opcional = z
  .string()
  .trim()
  .optional()
  .transform((v) => v || undefined);

const esquema = z.discriminatedUnion("ARCHIVOS_ALMACEN", [
  z.object({ ARCHIVOS_ALMACEN: z.literal("disco"), ARCHIVOS_CARPETA: noVacio.default(".datos/archivos") }),
  z.object({
    ARCHIVOS_ALMACEN: z.literal("s3"),
    ARCHIVOS_S3_BUCKET: noVacio,
    ARCHIVOS_S3_REGION: noVacio.default("us-east-1"),
    ARCHIVOS_S3_ENDPOINT: opcional.pipe(z.url({ protocol: /^https?$/ }).optional()),
    ARCHIVOS_S3_LLAVE: opcional,
    ARCHIVOS_S3_SECRETO: opcional,
    ARCHIVOS_S3_PREFIJO: opcional.pipe(
      z
        .string()
        .regex(/^[\w-]+(\/[\w-]+)*$/)
        .optional(),
    ),
    ARCHIVOS_S3_ESTILO_RUTA: z.enum(["0", "1"]).optional(),
  }),
]);

/**
 * The store that the environment describes (docs/decisions/0060): `ARCHIVOS_ALMACEN` is `disco` (default, in
 * `ARCHIVOS_CARPETA`) or `s3`. Throws, naming the variable, when one is missing or unreadable.
 */
export function crearAlmacen(entorno: Readonly<Record<string, string | undefined>>): AlmacenArchivos {
  const leido = esquema.safeParse({ ...entorno, ARCHIVOS_ALMACEN: entorno.ARCHIVOS_ALMACEN || "disco" });
  if (!leido.success) throw new Error(`Configuración de archivos: ${z.prettifyError(leido.error)}`);
  const v = leido.data;
  if (v.ARCHIVOS_ALMACEN === "disco") return almacenEnDisco(resolve(v.ARCHIVOS_CARPETA));
  if (!v.ARCHIVOS_S3_LLAVE !== !v.ARCHIVOS_S3_SECRETO) {
    throw new Error("Configuración de archivos: ARCHIVOS_S3_LLAVE y ARCHIVOS_S3_SECRETO van juntas.");
  }
  return almacenEnS3({
    bucket: v.ARCHIVOS_S3_BUCKET,
    region: v.ARCHIVOS_S3_REGION,
    ...(v.ARCHIVOS_S3_ENDPOINT && { endpoint: v.ARCHIVOS_S3_ENDPOINT }),
    ...(v.ARCHIVOS_S3_PREFIJO && { prefijo: v.ARCHIVOS_S3_PREFIJO }),
    ...(v.ARCHIVOS_S3_ESTILO_RUTA && { estiloRuta: v.ARCHIVOS_S3_ESTILO_RUTA === "1" }),
    ...(v.ARCHIVOS_S3_LLAVE &&
      v.ARCHIVOS_S3_SECRETO && { llave: { id: v.ARCHIVOS_S3_LLAVE, secreta: v.ARCHIVOS_S3_SECRETO } }),
  });
}

let unico: AlmacenArchivos | undefined;

/** The store of this process, from its environment; made at the first call. */
export function almacenArchivos(): AlmacenArchivos {
  unico ??= crearAlmacen(process.env);
  return unico;
}
