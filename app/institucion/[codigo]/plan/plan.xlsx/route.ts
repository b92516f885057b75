import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { planComoLibro } from "@/lib/casos/plan/descargar";
import { tipoDeClave } from "@/lib/flujo/archivo";
import { busquedaPlan, cualDe, RITMO_DESCARGA, responderArchivo } from "../descarga";

/** The plan as a workbook: the template filled, or with `?lectura=1` a document to read. */
export const GET = definirRutaInstitucion({
  permiso: "plan.ver",
  ritmo: RITMO_DESCARGA,
  busqueda: busquedaPlan,
  caso: (ctx, { busqueda }) => planComoLibro(ctx, cualDe(busqueda), busqueda.lectura === "1"),
  responder: responderArchivo(tipoDeClave("xlsx").mime),
});
