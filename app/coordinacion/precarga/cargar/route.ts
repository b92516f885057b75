import { z } from "zod";
import { definirRuta } from "@/lib/borde/ruta";
import { cargarArchivo } from "@/lib/casos/precarga/cargar";
import { archivoDePlan, conBytes, RITMO_PRECARGA } from "../entrada";

/** Loads the plan of a file that was reviewed. */
export const POST = definirRuta({
  permiso: "plan.precargar",
  ritmo: RITMO_PRECARGA,
  cuerpo: z.object({
    archivo: archivoDePlan,
    visto: z.string().max(200),
    codigo: z.string().max(100).optional(),
    motivo: z.string().max(2000, "El motivo tiene un máximo de 2.000 caracteres.").optional(),
  }),
  caso: async (ctx, { cuerpo: { archivo, ...confirmacion } }) =>
    cargarArchivo(ctx, { ...(await conBytes(archivo)), confirmacion }),
});
