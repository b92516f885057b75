"use server";
import { z } from "zod";
import { definirAccionPublica } from "@/lib/borde/accion";
import { conInstante } from "@/lib/borde/instante";
import { fijarReloj } from "@/lib/casos/demo/reloj";

const razon = "Only in a demonstration: anyone may live the year.";

export const ponerFecha = definirAccionPublica({
  razon,
  esquema: z
    .object({ fecha: z.string(), hora: z.string() })
    .transform(({ fecha, hora }, ctx) => ({ instante: conInstante(fecha, hora, "fecha", ctx) })),
  caso: (_ctx, datos) => fijarReloj(datos),
});

export const volverAHoy = definirAccionPublica({
  razon,
  esquema: z.object({}),
  caso: () => fijarReloj({ instante: null }),
});
