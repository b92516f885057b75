import { definirRuta } from "@/lib/borde/ruta";
import { proponerGrupos } from "@/lib/casos/grupo/elegirGrupo";
import { esquemaBuscado } from "../entrada";

export const GET = definirRuta({
  permiso: "grupo.administrar",
  busqueda: esquemaBuscado,
  caso: (ctx, { busqueda }) => proponerGrupos(ctx, busqueda),
});
