import { Readable } from "node:stream";
import { z } from "zod";
import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { DOCUMENTOS, entregarDocumento, type NombreDocumento } from "@/lib/casos/documento/entregar";

const NOMBRES = Object.keys(DOCUMENTOS) as [NombreDocumento, ...NombreDocumento[]];

/** A document of the institution: of the submission in course or as a draft, or of `?version=N`. */
export const GET = definirRutaInstitucion({
  permiso: "documento.descargar",
  params: z.object({ nombre: z.enum(NOMBRES) }),
  busqueda: z.object({ version: z.coerce.number().int().positive().optional() }),
  ritmo: { maximo: 60, segundos: 60 },
  caso: (ctx, { params: { nombre }, busqueda: { version } }) => entregarDocumento(ctx, { nombre, version }),
  responder: ({ cuerpo, nombre, tipo }) =>
    new Response(
      cuerpo instanceof Readable
        ? (Readable.toWeb(cuerpo) as ReadableStream)
        : (cuerpo as Uint8Array<ArrayBuffer>),
      { headers: cabecerasDescarga(nombre, tipo) },
    ),
});
