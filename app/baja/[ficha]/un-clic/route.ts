import { z } from "zod";
import { definirRutaPublica } from "@/lib/borde/ruta";
import { darDeBaja } from "@/lib/casos/avisos/baja";
import { exito } from "@/lib/flujo/resultado";

const params = z.object({ ficha: z.string().max(400) });

/** What mail programs ask when the person presses their «Unsubscribe» (RFC 8058): no page, no session, no origin. */
export const POST = definirRutaPublica({
  razon: "The signed address is the proof, and all it can do is stop mails that are not essential.",
  desdeFuera: true,
  params,
  caso: (_ctx, { params: { ficha } }) => darDeBaja(ficha),
  responder: () => new Response(null, { status: 204 }),
});

/** Programs that only open the address send the person to the page, which changes nothing by itself. */
export const GET = definirRutaPublica({
  razon: "It only leads to the page of the same address.",
  params,
  caso: async (_ctx, { params: { ficha } }) => exito(ficha),
  responder: (ficha) =>
    new Response(null, { status: 303, headers: { location: `/baja/${encodeURIComponent(ficha)}` } }),
});
