"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { elegirInstitucion } from "@/lib/casos/prorroga/elegirInstitucion";
import { otorgar } from "@/lib/casos/prorroga/otorgar";
import { revocar } from "@/lib/casos/prorroga/revocar";

export const otorgarProrroga = definirAccion({
  permiso: "prorroga.otorgar",
  esquema: z.object({
    // As the box that searches writes it, or as it was typed.
    destino: z.string().max(300),
    alcance: z.enum(["ajuste", "envio"], "Elija qué cubre."),
    dia: z.string(),
    hora: z.string(),
    razon: z.string().max(2000),
  }),
  caso: async (ctx, { destino, ...entrada }) => {
    const elegida = await elegirInstitucion(ctx, { campo: "destino", texto: destino });
    return elegida.ok ? otorgar(ctx, { ...entrada, institucion: elegida.valor }) : elegida;
  },
});

export const revocarProrroga = definirAccion({
  permiso: "prorroga.revocar",
  esquema: z.object({ prorroga: z.uuid(), motivo: z.string().max(2000) }),
  caso: revocar,
});
