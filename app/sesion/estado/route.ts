import { quedanMs } from "@/lib/borde/marco";
import { SIN_SESION } from "@/lib/borde/respuesta";
import { definirRutaPublica } from "@/lib/borde/ruta";
import { exito } from "@/lib/flujo/resultado";
import { mirarSesion, obtenerSesion } from "@/lib/sesion/sesion";

const razon = "It only tells the bearer of a session how long it has left.";

/** How long the session has left; asking does not lengthen it. */
export const GET = definirRutaPublica({
  razon,
  caso: async () => {
    const sesion = await mirarSesion();
    return sesion ? exito({ quedanMs: quedanMs(sesion) }) : SIN_SESION;
  },
});

/** «Seguir conectado»: counts as being there. */
export const POST = definirRutaPublica({
  razon,
  caso: async () => {
    const sesion = await obtenerSesion();
    return sesion ? exito({ quedanMs: quedanMs(sesion) }) : SIN_SESION;
  },
});
