import { z } from "zod";
import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { marcarImportacion } from "@/lib/casos/informe/preparar";
import { tipoDeClave } from "@/lib/flujo/archivo";
import { leerArchivo, MUY_GRANDE } from "../cuerpo";

/** The same workbook with its faults marked. Writes nothing. */
export const POST = definirRutaInstitucion({
  permiso: "informe.llenar",
  busqueda: z.object({ nombre: z.string().min(1).max(500) }),
  caso: async (ctx, { busqueda }, solicitud) => {
    const bytes = await leerArchivo(solicitud);
    return bytes ? marcarImportacion(ctx, { nombre: busqueda.nombre, bytes }) : MUY_GRANDE;
  },
  responder: ({ bytes, nombre }) =>
    new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: cabecerasDescarga(nombre, tipoDeClave("xlsx").mime),
    }),
  ritmo: { maximo: 20, segundos: 60 },
});
