"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { esquemaInvitacion } from "@/lib/casos/persona/formato";
import { invitar } from "@/lib/casos/persona/invitar";
import { anular, reenviar } from "@/lib/casos/persona/pendiente";
import { retirar } from "@/lib/casos/persona/retirar";

export const invitarALaRed = definirAccion({
  permiso: "red.administrar",
  esquema: esquemaInvitacion,
  caso: (ctx, datos) => invitar(ctx, null, datos),
});

export const retirarDeLaRed = definirAccion({
  permiso: "red.administrar",
  esquema: z.object({ membresia: z.uuid() }),
  caso: (ctx, datos) => retirar(ctx, null, datos),
});

export const anularInvitacionALaRed = definirAccion({
  permiso: "red.administrar",
  esquema: z.object({ invitacion: z.uuid() }),
  caso: (ctx, datos) => anular(ctx, null, datos),
});

export const reenviarInvitacionALaRed = definirAccion({
  permiso: "red.administrar",
  esquema: z.object({ invitacion: z.uuid() }),
  caso: (ctx, datos) => reenviar(ctx, null, datos),
});
