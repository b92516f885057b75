import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { planComoJson } from "@/lib/casos/plan/descargar";
import { busquedaPlan, cualDe, RITMO_DESCARGA, responderArchivo } from "../descarga";

/** The plan in the exchange format, to be loaded again or kept. */
export const GET = definirRutaInstitucion({
  permiso: "plan.ver",
  ritmo: RITMO_DESCARGA,
  busqueda: busquedaPlan,
  caso: (ctx, { busqueda }) => planComoJson(ctx, cualDe(busqueda)),
  responder: responderArchivo("application/json"),
});
