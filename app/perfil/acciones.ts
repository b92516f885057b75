"use server";
import { z } from "zod";
import { definirAccion, definirAccionPropia } from "@/lib/borde/accion";
import { leerSolicitante } from "@/lib/borde/cookieSesion";
import { nombreDePersona } from "@/lib/casos/persona/formato";
import { cambiarClave, guardarPerfil, reautenticar } from "@/lib/casos/sesion/perfil";
import { validarRut } from "@/lib/flujo/rut";

const esquemaRun = z
  .string()
  .trim()
  .transform((texto, ctx) => {
    if (texto === "") return null;
    const leido = validarRut(texto);
    if (leido.ok) return leido.rut;
    ctx.addIssue({ code: "custom", message: leido.mensaje });
    return z.NEVER;
  });

export const guardarMiPerfil = definirAccionPropia({
  esquema: z.object({
    nombre: nombreDePersona("Escriba su nombre y apellidos."),
    run: esquemaRun,
  }),
  caso: guardarPerfil,
});

export const cambiarMiClave = definirAccionPropia({
  esquema: z.object({
    actual: z.string().min(1, "Escriba su clave actual.").max(500),
    nueva: z.string().min(1, "Escriba la clave nueva.").max(500),
  }),
  secretos: ["actual", "nueva"],
  caso: async (ctx, datos) => cambiarClave(ctx, datos, (await leerSolicitante()).origen),
});

/** Proves again who one is, before signing. */
export const reautenticarme = definirAccion({
  permiso: "cuenta.propia",
  esquema: z.object({ clave: z.string().min(1, "Escriba su clave.").max(500) }),
  secretos: ["clave"],
  caso: async (ctx, datos) => reautenticar(ctx, datos, (await leerSolicitante()).origen),
});
