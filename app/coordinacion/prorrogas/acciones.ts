"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { otorgar } from "@/lib/casos/prorroga/otorgar";
import { revocar } from "@/lib/casos/prorroga/revocar";

export const otorgarProrroga = definirAccion({
  permiso: "prorroga.otorgar",
  esquema: z.object({
    destino: z.uuid("Elija la institución."),
    alcance: z.enum(["ajuste", "envio"], "Elija qué cubre."),
    dia: z.string(),
    hora: z.string(),
    razon: z.string().max(2000),
  }),
  caso: (ctx, { destino, ...entrada }) => otorgar(ctx, { ...entrada, institucion: destino }),
});

export const revocarProrroga = definirAccion({
  permiso: "prorroga.revocar",
  esquema: z.object({ prorroga: z.uuid(), motivo: z.string().max(2000) }),
  caso: revocar,
});
