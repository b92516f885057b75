import { z } from "zod";
import { cabecerasDescarga } from "@/lib/archivos/descarga";
import type { ArchivoListo, CualPlan } from "@/lib/casos/plan/descargar";

/** `?vigente=1` for the plan with its decisions; without it, as it was loaded. */
export const busquedaPlan = z.object({
  vigente: z.literal("1").optional(),
  lectura: z.literal("1").optional(),
});

export const cualDe = ({ vigente }: { vigente?: "1" | undefined }): CualPlan =>
  vigente ? "vigente" : "original";

/** Documents take a worker each: nobody needs more. */
export const RITMO_DESCARGA = { maximo: 30, segundos: 60 } as const;

export const responderArchivo =
  (tipo: string) =>
  ({ bytes, nombre }: ArchivoListo): Response =>
    new Response(bytes as Uint8Array<ArrayBuffer>, { headers: cabecerasDescarga(nombre, tipo) });
