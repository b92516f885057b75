import { z } from "zod";
import { leerSolicitante, rutaLocal } from "@/lib/borde/cookieSesion";
import { iniciarExterno } from "@/lib/borde/externo";
import { definirRutaPublica } from "@/lib/borde/ruta";
import { exito, NO_ENCONTRADO } from "@/lib/flujo/resultado";

export const POST = definirRutaPublica({
  razon: "It starts the sign-in with a provider.",
  params: z.object({ proveedor: z.string().max(40) }),
  cuerpo: z.object({ volver: z.string().optional(), confirmar: z.literal("si").optional() }),
  caso: async (_ctx, { params, cuerpo }) => {
    const respuesta = await iniciarExterno(
      params.proveedor,
      rutaLocal(cuerpo.volver),
      await leerSolicitante(),
      cuerpo.confirmar === "si",
    );
    return respuesta ? exito(respuesta) : NO_ENCONTRADO;
  },
  responder: (respuesta) => respuesta,
});
