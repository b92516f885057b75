import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { exportarExpediente } from "@/lib/casos/informe/exportar";

/** The whole expediente as `expediente-cseu/v1`. */
export const GET = definirRutaInstitucion({
  permiso: "informe.ver",
  caso: exportarExpediente,
  responder: ({ nombre, bytes }) =>
    new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { ...cabecerasDescarga(nombre, "application/json"), "Content-Type": "application/json" },
    }),
  ritmo: { maximo: 60, segundos: 60 },
});
