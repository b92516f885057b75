import { definirRutaPublica } from "@/lib/borde/ruta";
import { leerSalud } from "@/lib/casos/sistema/salud";
import { exito } from "@/lib/flujo/resultado";

export const GET = definirRutaPublica({
  razon: "The load balancer asks it, without a session; it says nothing secret.",
  caso: async () => exito(await leerSalud()),
  responder: (salud) =>
    Response.json(salud, {
      status: salud.estado === "bien" ? 200 : 503,
      headers: { "cache-control": "no-store" },
    }),
});
