import { z } from "zod";
import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { abrirSubida } from "@/lib/casos/archivo/subir";

/** Opens an upload by parts. */
export const POST = definirRutaInstitucion({
  permiso: "archivo.subir",
  cuerpo: z.object({
    id: z.uuid(),
    nombre: z.string().min(1).max(400),
    tipo: z.string().max(200),
    tamano: z.number().int().nonnegative(),
  }),
  caso: (ctx, { cuerpo }) => abrirSubida(ctx, cuerpo),
});
