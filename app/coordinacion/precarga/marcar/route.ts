import { z } from "zod";
import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { definirRuta } from "@/lib/borde/ruta";
import { marcarArchivo } from "@/lib/casos/precarga/marcar";
import { tipoDeClave } from "@/lib/flujo/archivo";
import { archivoDePlan, conBytes, RITMO_PRECARGA } from "../entrada";

/** The same workbook with its faults marked. */
export const POST = definirRuta({
  permiso: "plan.precargar",
  ritmo: RITMO_PRECARGA,
  cuerpo: z.object({ archivo: archivoDePlan }),
  caso: async (ctx, { cuerpo: { archivo } }) => marcarArchivo(ctx, await conBytes(archivo)),
  responder: ({ bytes, nombre }) =>
    new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: cabecerasDescarga(nombre, tipoDeClave("xlsx").mime),
    }),
});
