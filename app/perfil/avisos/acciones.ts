"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { guardarPreferencias } from "@/lib/casos/avisos/preferencia";

export const guardarMisAvisos = definirAccion({
  permiso: "cuenta.propia",
  esquema: z.object({
    cuando: z.enum(["momento", "diario"], { error: "Elija cuándo recibirlos." }),
    correo: z.array(z.string().max(60)).max(60).default([]),
  }),
  caso: (ctx, { cuando, correo }) =>
    guardarPreferencias(ctx, { resumenDiario: cuando === "diario", porCorreo: correo }),
});
