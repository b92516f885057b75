"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { cerrarMia, cerrarOtras } from "@/lib/casos/sesion/cerrar";

export const cerrarMiSesion = definirAccion({
  permiso: "cuenta.propia",
  esquema: z.object({ sesion: z.uuid() }),
  caso: ({ actor }, datos) => cerrarMia(actor, datos),
});

export const cerrarMisOtras = definirAccion({
  permiso: "cuenta.propia",
  esquema: z.object({}),
  caso: ({ actor }) => cerrarOtras(actor),
});
