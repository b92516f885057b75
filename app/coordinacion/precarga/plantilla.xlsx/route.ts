import { z } from "zod";
import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { definirRuta } from "@/lib/borde/ruta";
import { plantillaParaPrecarga } from "@/lib/casos/precarga/plantilla";
import { tipoDeClave } from "@/lib/flujo/archivo";

/** The plan template, blank or of an institution. */
export const GET = definirRuta({
  permiso: "plan.precargar",
  ritmo: { maximo: 60, segundos: 60 },
  busqueda: z.object({ institucion: z.string().max(100).optional() }),
  caso: (ctx, { busqueda: { institucion } }) => plantillaParaPrecarga(ctx, institucion || undefined),
  responder: ({ bytes, nombre }) =>
    new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: cabecerasDescarga(nombre, tipoDeClave("xlsx").mime),
    }),
});
