import { definirRuta } from "@/lib/borde/ruta";
import { proponerInstituciones } from "@/lib/casos/prorroga/elegirInstitucion";
import { esquemaBuscado } from "../entrada";

export const GET = definirRuta({
  permiso: "prorroga.otorgar",
  busqueda: esquemaBuscado,
  caso: (ctx, { busqueda }) => proponerInstituciones(ctx, busqueda),
});
