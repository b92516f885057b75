import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { definirRuta } from "@/lib/borde/ruta";
import { exportarAnalisis } from "@/lib/casos/tablero/analizar";
import { tipoDeClave } from "@/lib/flujo/archivo";
import { pedidoEnDireccion } from "../busqueda";

/** The analysis with every row of its lists, as a workbook. */
export const GET = definirRuta({
  permiso: "analisis.ver",
  ritmo: { maximo: 20, segundos: 60 },
  busqueda: pedidoEnDireccion,
  caso: (ctx, { busqueda }) => exportarAnalisis(ctx, busqueda),
  responder: ({ bytes, nombre }) =>
    new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: cabecerasDescarga(nombre, tipoDeClave("xlsx").mime),
    }),
});
