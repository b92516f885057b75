"use server";
import { z } from "zod";
import { definirAccionInstitucion } from "@/lib/borde/accion";
import { enviarARonda } from "@/lib/casos/ronda/enviar";

export const enviar = definirAccionInstitucion({
  permiso: "envio.enviar",
  esquema: z.object({ ronda: z.uuid(), huella: z.string().regex(/^[0-9a-f]{64}$/) }),
  caso: enviarARonda,
});
