"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { reintentar } from "@/lib/casos/avisos/correos";

export const reintentarCorreo = definirAccion({
  permiso: "red.administrar",
  esquema: z.object({ correo: z.uuid() }),
  caso: reintentar,
});
