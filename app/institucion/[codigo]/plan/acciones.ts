"use server";
import { z } from "zod";
import { definirAccionInstitucion } from "@/lib/borde/accion";
import { decidir } from "@/lib/casos/ajuste/decidir";
import { eliminarElemento } from "@/lib/casos/ajuste/eliminar";
import { incorporar } from "@/lib/casos/ajuste/incorporar";
import { deshacerMantener, mantenerPendientes } from "@/lib/casos/ajuste/mantener-pendientes";
import { quitarIncorporado } from "@/lib/casos/ajuste/quitar";
import { recuperarDescartado } from "@/lib/casos/ajuste/recuperar";
import { restaurarElemento } from "@/lib/casos/ajuste/restaurar";

const elemento = z.string().min(1).max(200);
const componente = z.string().max(40);
const instante = z.iso.datetime().transform((texto) => new Date(texto));
const decision = z.enum(["mantiene", "modifica"]);
const permiso = "plan.ajustar";

export const decidirComponente = definirAccionInstitucion({
  permiso,
  esquema: z.object({
    elemento,
    componente,
    decision,
    visto: z.union([decision, z.literal("").transform(() => null)]),
    vistoEn: instante,
    descartar: z.boolean(),
  }),
  caso: decidir,
});

export const recuperar = definirAccionInstitucion({
  permiso,
  esquema: z.object({ elemento, componente: componente.transform((texto) => texto || null) }),
  caso: recuperarDescartado,
});

export const eliminar = definirAccionInstitucion({
  permiso,
  esquema: z.object({ elemento, vistoEn: instante }),
  caso: eliminarElemento,
});

export const restaurar = definirAccionInstitucion({
  permiso,
  esquema: z.object({ elemento }),
  caso: restaurarElemento,
});

export const quitar = definirAccionInstitucion({
  permiso,
  esquema: z.object({ elemento, vistoEn: instante }),
  caso: quitarIncorporado,
});

export const mantener = definirAccionInstitucion({
  permiso,
  esquema: z.object({ elemento: elemento.optional() }),
  caso: mantenerPendientes,
});

export const deshacer = definirAccionInstitucion({
  permiso,
  esquema: z.object({ hecho: z.uuid() }),
  caso: deshacerMantener,
});

export const agregar = definirAccionInstitucion({
  permiso,
  esquema: z.object({ tipo: z.enum(["objetivoEspecifico", "indicadorSatisfaccion", "actividad"]) }),
  caso: incorporar,
  destino: ({ elemento: nuevo }, ctx) =>
    `/institucion/${ctx.institucion.codigo}/plan/${encodeURIComponent(nuevo)}`,
});
