import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { definirRuta } from "@/lib/borde/ruta";
import { exportarTablero } from "@/lib/casos/tablero/exportar";
import { tipoDeClave } from "@/lib/flujo/archivo";
import { filtroEnDireccion } from "../busqueda";

/** The institutions of the board that pass the filters, as a workbook. */
export const GET = definirRuta({
  permiso: "tablero.ver",
  ritmo: { maximo: 30, segundos: 60 },
  busqueda: filtroEnDireccion,
  caso: (ctx, { busqueda }) => exportarTablero(ctx, busqueda),
  responder: ({ bytes, nombre }) =>
    new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: cabecerasDescarga(nombre, tipoDeClave("xlsx").mime),
    }),
});
