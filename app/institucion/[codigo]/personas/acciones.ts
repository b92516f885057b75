"use server";
import { z } from "zod";
import { definirAccionInstitucion } from "@/lib/borde/accion";
import { esquemaInvitacion } from "@/lib/casos/persona/formato";
import { invitar } from "@/lib/casos/persona/invitar";
import { anular, reenviar } from "@/lib/casos/persona/pendiente";
import { retirar } from "@/lib/casos/persona/retirar";

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
