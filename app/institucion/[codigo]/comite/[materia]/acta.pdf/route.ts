import { z } from "zod";
import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { actaComoPdf } from "@/lib/casos/comite/pdf";

/** The act in force, accessible (PDF/UA-1). */
export const GET = definirRutaInstitucion({
  permiso: "plan.ver",
  params: z.object({ materia: z.enum(["plan", "informe"]) }),
  ritmo: { maximo: 30, segundos: 60 },
  caso: (ctx, { params: { materia } }) => actaComoPdf(ctx, materia),
  responder: ({ bytes, nombre }) =>
    new Response(bytes as Uint8Array<ArrayBuffer>, { headers: cabecerasDescarga(nombre, "application/pdf") }),
});
