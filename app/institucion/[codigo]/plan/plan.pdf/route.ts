import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { planComoPdf } from "@/lib/casos/plan/descargar";
import { busquedaPlan, cualDe, RITMO_DESCARGA, responderArchivo } from "../descarga";

/** The plan as an accessible PDF (PDF/UA-1). */
export const GET = definirRutaInstitucion({
  permiso: "plan.ver",
  ritmo: RITMO_DESCARGA,
  busqueda: busquedaPlan,
  caso: (ctx, { busqueda }) => planComoPdf(ctx, cualDe(busqueda)),
  responder: responderArchivo("application/pdf"),
});
