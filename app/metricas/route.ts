import { leerMetricas } from "@/lib/borde/metricas";
import { definirRutaPublica } from "@/lib/borde/ruta";

export const GET = definirRutaPublica({
  razon:
    "Prometheus asks it with a key of its own (METRICAS_CLAVE), without a session; without the key it is not here.",
  caso: (_ctx, _entrada, solicitud) => leerMetricas(solicitud.headers.get("authorization")),
  responder: (texto) =>
    new Response(texto, {
      headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" },
    }),
});
