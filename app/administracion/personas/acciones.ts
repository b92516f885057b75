"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { activar, cerrarSesionesDe } from "@/lib/casos/administracion/persona";

export const cerrarSusSesiones = definirAccion({
  permiso: "usuario.administrar",
  esquema: z.object({ usuario: z.uuid() }),
  caso: cerrarSesionesDe,
});

export const cambiarActividad = definirAccion({
  permiso: "usuario.administrar",
  esquema: z.object({ usuario: z.uuid(), activo: z.boolean() }),
  caso: activar,
});
