import { z } from "zod";
import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { documentoComoPdf } from "@/lib/casos/comite/pdf";

/** The changes to the plan, told as a minute. */
export const GET = definirRutaInstitucion({
  permiso: "plan.ver",
  params: z.object({ materia: z.enum(["plan", "informe"]) }),
  ritmo: { maximo: 30, segundos: 60 },
  caso: (ctx, { params: { materia } }) => documentoComoPdf(ctx, materia, "minuta"),
  responder: ({ bytes, nombre }) =>
    new Response(bytes as Uint8Array<ArrayBuffer>, { headers: cabecerasDescarga(nombre, "application/pdf") }),
});
