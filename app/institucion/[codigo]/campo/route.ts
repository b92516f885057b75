import { z } from "zod";
import { definirRutaGuardado } from "@/lib/borde/rutaGuardado";
import { guardarCampos } from "@/lib/casos/campo/guardar";

const objeto = z.record(z.string(), z.unknown());
const valor = z.union([z.string(), z.boolean(), z.null(), z.array(z.string()), z.array(objeto), objeto]);

/** Fields that save themselves: what each may hold, and who may write it, is told by `guardarCampos`. */
export const POST = definirRutaGuardado({
  permiso: "institucion.ver",
  cuerpo: z.object({
    usuario: z.uuid(),
    campos: z
      .array(z.object({ lugar: z.string().max(2000), base: valor, valor }))
      .min(1)
      .max(500),
  }),
  caso: (ctx, { cuerpo }) => guardarCampos(ctx, cuerpo),
  ritmo: { maximo: 600, segundos: 60 },
});
