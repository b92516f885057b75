"use server";
import { z } from "zod";
import { definirAccionInstitucion } from "@/lib/borde/accion";
import { atenderObservacion, LARGO_MENSAJE, responderObservacion } from "@/lib/casos/observacion/responder";

const esquema = z.object({
  observacion: z.uuid(),
  texto: z
    .string()
    .max(LARGO_MENSAJE, `Es demasiado largo: use hasta ${LARGO_MENSAJE.toLocaleString("es-CL")} caracteres.`),
});

export const responder = definirAccionInstitucion({
  permiso: "observacion.responder",
  esquema,
  caso: responderObservacion,
});

export const atender = definirAccionInstitucion({
  permiso: "observacion.responder",
  esquema,
  caso: atenderObservacion,
});
