import { definirRuta } from "@/lib/borde/ruta";
import { proponerRevisores } from "@/lib/casos/grupo/elegirRevisor";
import { esquemaBuscado } from "../entrada";

export const GET = definirRuta({
  permiso: "grupo.administrar",
  busqueda: esquemaBuscado,
  caso: (ctx, { busqueda }) => proponerRevisores(ctx, busqueda),
});
