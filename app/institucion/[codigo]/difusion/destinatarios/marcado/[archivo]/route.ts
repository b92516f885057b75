import { z } from "zod";
import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { marcarListado, TIPO_LISTADO } from "@/lib/casos/difusion/listado";

/** The same workbook of recipients with its faults marked. */
export const GET = definirRutaInstitucion({
  permiso: "difusion.llenar",
  params: z.object({ archivo: z.uuid() }),
  ritmo: { maximo: 30, segundos: 60 },
  caso: (ctx, { params: { archivo } }) => marcarListado(ctx, archivo),
  responder: ({ bytes, nombre }) =>
    new Response(bytes as Uint8Array<ArrayBuffer>, { headers: cabecerasDescarga(nombre, TIPO_LISTADO) }),
});
