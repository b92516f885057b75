import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { plantillaListado, TIPO_LISTADO } from "@/lib/casos/difusion/listado";

/** The blank list of recipients. */
export const GET = definirRutaInstitucion({
  permiso: "difusion.ver",
  ritmo: { maximo: 30, segundos: 60 },
  caso: () => plantillaListado(),
  responder: ({ bytes, nombre }) =>
    new Response(bytes as Uint8Array<ArrayBuffer>, { headers: cabecerasDescarga(nombre, TIPO_LISTADO) }),
});
