import { z } from "zod";
import { definirRuta } from "@/lib/borde/ruta";
import { revisarArchivo } from "@/lib/casos/precarga/revisar";
import { archivoDePlan, conBytes, RITMO_PRECARGA } from "../entrada";

/** Tells what loading a file would do; changes nothing. */
export const POST = definirRuta({
  permiso: "plan.precargar",
  ritmo: RITMO_PRECARGA,
  cuerpo: z.object({ archivo: archivoDePlan }),
  caso: async (ctx, { cuerpo: { archivo } }) => revisarArchivo(ctx, await conBytes(archivo)),
});
