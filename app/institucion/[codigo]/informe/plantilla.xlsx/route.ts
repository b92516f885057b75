import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { exportarPlantilla } from "@/lib/casos/informe/exportar";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The Excel template of the report, prefilled. */
export const GET = definirRutaInstitucion({
  permiso: "informe.ver",
  caso: exportarPlantilla,
  responder: ({ nombre, bytes }) =>
    new Response(bytes as Uint8Array<ArrayBuffer>, { headers: cabecerasDescarga(nombre, XLSX) }),
  ritmo: { maximo: 20, segundos: 60 },
});
