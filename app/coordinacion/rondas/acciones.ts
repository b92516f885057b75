"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { borrarRonda, guardarRonda } from "@/lib/casos/ronda/administrar";

export const guardar = definirAccion({
  permiso: "ronda.administrar",
  esquema: z.object({
    ronda: z.union([z.literal(""), z.uuid()]),
    nombre: z.string().max(200, "Use un nombre de hasta 200 caracteres."),
    requisitos: z.array(z.string()).catch([]),
    abre: z.string(),
    cierra: z.string(),
    retroalimentacion: z.string(),
  }),
  caso: guardarRonda,
});

export const borrar = definirAccion({
  permiso: "ronda.administrar",
  esquema: z.object({ ronda: z.uuid() }),
  caso: borrarRonda,
});
