import { z } from "zod";
import { rutaLocal } from "@/lib/borde/cookieSesion";
import { SIN_SESION } from "@/lib/borde/respuesta";
import { definirRutaPublica } from "@/lib/borde/ruta";
import { ponerseSombrero } from "@/lib/casos/sesion/sombrero";
import { exito } from "@/lib/flujo/resultado";
import { obtenerSesion } from "@/lib/sesion/sesion";

export const POST = definirRutaPublica({
  razon: "Whoever's function ended has none to ask with, and must be able to take another.",
  cuerpo: z.object({ membresia: z.uuid(), volver: z.string().optional() }),
  caso: async (_ctx, { cuerpo: { membresia, volver } }) => {
    const sesion = await obtenerSesion();
    if (!sesion) return SIN_SESION;
    const quien = { usuarioId: sesion.usuario.id, sesionId: sesion.id, alcance: [] };
    const puesto = await ponerseSombrero(quien, membresia);
    return puesto.ok ? exito(rutaLocal(volver)) : puesto;
  },
  responder: (destino) => new Response(null, { status: 303, headers: { location: destino } }),
});
