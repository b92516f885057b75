import { Readable } from "node:stream";
import { z } from "zod";
import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { bajarArchivo } from "@/lib/casos/archivo/bajar";

/** Hands over a file of the institution. */
export const GET = definirRutaInstitucion({
  permiso: "archivo.bajar",
  params: z.object({ archivo: z.uuid() }),
  caso: (ctx, { params: { archivo } }) => bajarArchivo(ctx, archivo),
  responder: ({ flujo, nombre, tipo, tamano }) =>
    new Response(Readable.toWeb(flujo) as ReadableStream, {
      headers: { ...cabecerasDescarga(nombre, tipo), "content-length": String(tamano) },
    }),
});
