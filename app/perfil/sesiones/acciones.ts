"use server";
import { z } from "zod";
import { definirAccionPropia } from "@/lib/borde/accion";
import { cerrarMia, cerrarOtras } from "@/lib/casos/sesion/cerrar";

export const cerrarMiSesion = definirAccionPropia({
  esquema: z.object({ sesion: z.uuid() }),
  caso: ({ actor }, datos) => cerrarMia(actor, datos),
});

export const cerrarMisOtras = definirAccionPropia({
  esquema: z.object({}),
  caso: ({ actor }) => cerrarOtras(actor),
});
