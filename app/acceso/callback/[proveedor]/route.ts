import { cookies } from "next/headers";
import { z } from "zod";
import { leerSolicitante } from "@/lib/borde/cookieSesion";
import { terminarExterno } from "@/lib/borde/externo";
import { definirRutaPublica } from "@/lib/borde/ruta";
import { exito } from "@/lib/flujo/resultado";

export const GET = definirRutaPublica({
  razon: "The provider sends the person back here; it is what opens a session.",
  params: z.object({ proveedor: z.string().max(40) }),
  busqueda: z.record(z.string(), z.string()),
  caso: async (_ctx, { params, busqueda }) => {
    const galletas = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
    return exito(await terminarExterno(params.proveedor, busqueda, galletas, await leerSolicitante()));
  },
  responder: (respuesta) => respuesta,
});
