"use server";
import { z } from "zod";
import { definirAccionInstitucion } from "@/lib/borde/accion";
import { adjuntar, desadjuntar, ponerDelCosoc } from "@/lib/casos/difusion/archivo";
import { agregarInstancia, quitarInstancia, recuperarInstancia } from "@/lib/casos/difusion/instancia";
import { reemplazarListado } from "@/lib/casos/difusion/listado";

const permiso = "difusion.llenar";
const deInstancia = z.object({ id: z.uuid() });
const atadura = z.object({
  instancia: z.uuid(),
  archivo: z.uuid(),
  uso: z.enum(["copia_medio", "material"]),
});

export const agregar = definirAccionInstitucion({
  permiso,
  esquema: z.object({}),
  caso: (ctx) => agregarInstancia(ctx),
});

export const quitar = definirAccionInstitucion({ permiso, esquema: deInstancia, caso: quitarInstancia });

export const recuperar = definirAccionInstitucion({
  permiso,
  esquema: deInstancia,
  caso: recuperarInstancia,
});

export const atar = definirAccionInstitucion({ permiso, esquema: atadura, caso: adjuntar });

export const desatar = definirAccionInstitucion({ permiso, esquema: atadura, caso: desadjuntar });

export const ponerCosoc = definirAccionInstitucion({
  permiso,
  esquema: z.object({
    documento: z.enum(["acto", "dictamen"]),
    archivo: z.union([z.uuid(), z.literal("").transform(() => null)]),
  }),
  caso: ponerDelCosoc,
});

export const reemplazar = definirAccionInstitucion({
  permiso,
  esquema: z.object({ archivo: z.uuid() }),
  caso: reemplazarListado,
  ritmo: { maximo: 20, segundos: 60 },
});
