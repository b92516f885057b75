import { z } from "zod";
import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { leerHistoria } from "@/lib/casos/bitacora/historia";

/** The versions of one field, asked for when somebody opens its history. */
export const GET = definirRutaInstitucion({
  permiso: "bitacora.ver",
  busqueda: z.object({ lugar: z.string().max(2000) }),
  caso: (ctx, { busqueda }) => leerHistoria(ctx, busqueda),
});
