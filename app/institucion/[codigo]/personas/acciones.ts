"use server";
import { z } from "zod";
import { definirAccionInstitucion } from "@/lib/borde/accion";
import { adjuntarDesignacion, designar } from "@/lib/casos/persona/designar";
import { esquemaDesignar, esquemaInvitacion, esquemaTraspaso } from "@/lib/casos/persona/formato";
import { invitar } from "@/lib/casos/persona/invitar";
import { anular, reenviar } from "@/lib/casos/persona/pendiente";
import { retirar } from "@/lib/casos/persona/retirar";
import { traspasar } from "@/lib/casos/persona/traspasar";

export const invitarPersona = definirAccionInstitucion({
  permiso: "persona.invitar",
  esquema: esquemaInvitacion,
  caso: (ctx, datos) => invitar(ctx, ctx.institucion, datos),
});

export const retirarPersona = definirAccionInstitucion({
  permiso: "persona.retirar",
  esquema: z.object({ membresia: z.uuid() }),
  caso: (ctx, datos) => retirar(ctx, ctx.institucion, datos),
});

export const anularInvitacion = definirAccionInstitucion({
  permiso: "persona.invitar",
  esquema: z.object({ invitacion: z.uuid() }),
  caso: (ctx, datos) => anular(ctx, ctx.institucion, datos),
});

export const reenviarInvitacion = definirAccionInstitucion({
  permiso: "persona.invitar",
  esquema: z.object({ invitacion: z.uuid() }),
  caso: (ctx, datos) => reenviar(ctx, ctx.institucion, datos),
});

export const designarContraparte = definirAccionInstitucion({
  permiso: "persona.retirar",
  esquema: esquemaDesignar,
  caso: designar,
});

export const adjuntarDocumento = definirAccionInstitucion({
  permiso: "persona.adjuntarDesignacion",
  esquema: z.object({ membresia: z.uuid(), archivo: z.uuid().or(z.literal("")) }),
  caso: adjuntarDesignacion,
});

export const traspasarFuncion = definirAccionInstitucion({
  permiso: "persona.retirar",
  esquema: esquemaTraspaso,
  caso: traspasar,
  destino: ({ propia }, { institucion }) =>
    propia ? "/ingresar" : `/institucion/${institucion.codigo}/personas#contrapartes`,
});
