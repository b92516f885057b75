"use server";
import { z } from "zod";
import { definirAccionInstitucion } from "@/lib/borde/accion";
import { agregarDificultad, quitarDificultad, recuperarDificultad } from "@/lib/casos/informe/dificultad";
import { COMPONENTES_DIFICULTAD, type ComponenteDificultad } from "@/lib/guia/e3-2025/valores";

const permiso = "informe.llenar";

export const agregar = definirAccionInstitucion({
  permiso,
  esquema: z.object({
    elemento: z.string().min(1).max(200).optional(),
    componente: z.enum(Object.keys(COMPONENTES_DIFICULTAD) as [ComponenteDificultad]).optional(),
  }),
  caso: agregarDificultad,
});

export const quitar = definirAccionInstitucion({
  permiso,
  esquema: z.object({ id: z.uuid() }),
  caso: quitarDificultad,
});

export const recuperar = definirAccionInstitucion({
  permiso,
  esquema: z.object({ id: z.uuid() }),
  caso: recuperarDificultad,
});
