"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { ausentar, terminar } from "@/lib/casos/grupo/ausencia";
import { borrar, crear, renombrar } from "@/lib/casos/grupo/crear";
import { nombrarEnDupla } from "@/lib/casos/grupo/dupla";
import { elegirRevisores } from "@/lib/casos/grupo/elegirRevisor";
import { moverAlEscrito } from "@/lib/casos/grupo/mover";

const nombre = z.string().max(80, "El nombre tiene hasta 80 caracteres.");
/** As the box that searches writes it, or as it was typed. */
const elegida = z.string().max(300);
/** A box that is sent only when it is marked. */
const marcada = z
  .literal("si")
  .optional()
  .transform((valor) => valor === "si");

export const crearGrupo = definirAccion({
  permiso: "grupo.administrar",
  esquema: z.object({ nombre }),
  caso: crear,
});

export const renombrarGrupo = definirAccion({
  permiso: "grupo.administrar",
  esquema: z.object({ grupo: z.uuid(), nombre }),
  caso: renombrar,
});

export const borrarGrupo = definirAccion({
  permiso: "grupo.administrar",
  esquema: z.object({ grupo: z.uuid() }),
  caso: borrar,
  destino: () => "/coordinacion/grupos",
});

export const nombrarRevisor = definirAccion({
  permiso: "grupo.administrar",
  esquema: z.object({
    grupo: z.uuid(),
    posicion: z.enum(["1", "2"]).transform((texto) => (texto === "1" ? 1 : 2)),
    revisor: elegida,
    sigue: z.enum(["reemplazo", "pareja"], "Elija quién sigue con lo que tenía."),
  }),
  caso: async (ctx, { revisor, ...entrada }) => {
    const elegido = await elegirRevisores(ctx, { revisor });
    return elegido.ok ? nombrarEnDupla(ctx, { ...entrada, ...elegido.valor }) : elegido;
  },
});

export const ausentarRevisor = definirAccion({
  permiso: "grupo.administrar",
  esquema: z.object({
    revisor: elegida,
    suplente: elegida,
    desde: z.string().max(30),
    hasta: z.string().max(30),
  }),
  caso: async (ctx, { revisor, suplente, ...dias }) => {
    const elegidos = await elegirRevisores(ctx, { revisor, suplente });
    return elegidos.ok ? ausentar(ctx, { ...dias, ...elegidos.valor }) : elegidos;
  },
});

export const terminarAusencia = definirAccion({
  permiso: "grupo.administrar",
  esquema: z.object({ ausencia: z.uuid() }),
  caso: terminar,
});

export const moverInstituciones = definirAccion({
  permiso: "grupo.administrar",
  esquema: z.object({
    instituciones: z.union([z.array(z.uuid()), z.uuid().transform((una) => [una])]).default([]),
    todas: marcada,
    texto: z.string().max(200),
    grupo: z.string().max(36),
    destino: elegida.default(""),
    quitar: marcada,
  }),
  caso: moverAlEscrito,
});
