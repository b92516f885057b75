import { z } from "zod";
import { esquemaCodigo } from "@/lib/borde/entrada";
import { definirRutaGuardado } from "@/lib/borde/rutaGuardado";
import { guardarCampos, seGuardoTalCual } from "@/lib/casos/campo/guardar";
import { exito } from "@/lib/flujo/resultado";

const objeto = z.record(z.string(), z.unknown());
const valor = z.union([z.string(), z.boolean(), z.null(), z.array(z.string()), z.array(objeto), objeto]);

/**
 * Fields that save themselves: what each may hold, and who may write it, is told by `guardarCampos`. Saved just as they were
 * sent, which is nearly always, they are answered with nothing: it spares Next the writing of a body.
 */
export const POST = definirRutaGuardado({
  permiso: "institucion.ver",
  cuerpo: z.object({
    institucion: esquemaCodigo,
    usuario: z.uuid(),
    campos: z
      .array(z.object({ lugar: z.string().max(2000), base: valor, valor }))
      .min(1)
      .max(500),
  }),
  caso: async (ctx, { cuerpo }) => {
    const hecho = await guardarCampos(ctx, cuerpo);
    return hecho.ok && seGuardoTalCual(cuerpo.campos, hecho.valor.respuestas) ? exito(null) : hecho;
  },
  responder: (valor) => (valor ? Response.json(valor) : new Response(null, { status: 204 })),
  ritmo: { maximo: 600, segundos: 60 },
});
