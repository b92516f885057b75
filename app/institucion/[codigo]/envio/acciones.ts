"use server";
import { z } from "zod";
import { definirAccionInstitucion } from "@/lib/borde/accion";
import { enviarExpediente } from "@/lib/casos/envio/enviar";

export const enviar = definirAccionInstitucion({
  permiso: "envio.enviar",
  esquema: z.object({ huella: z.string().regex(/^[0-9a-f]{64}$/) }),
  caso: enviarExpediente,
});
