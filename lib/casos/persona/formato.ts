import { z } from "zod";
import { ROLES, type Rol } from "@/lib/flujo/permiso";

const opcional = (maximo: number) =>
  z
    .string()
    .trim()
    .max(maximo, `Hasta ${maximo} caracteres.`)
    .optional()
    .transform((texto) => texto || null);

/**
 * A person's name: one line, because mails greet with it, and no web address, because it would arrive as ours.
 * Takes what is said when it is blank.
 */
export const nombreDePersona = (siFalta: string) =>
  z
    .string()
    .transform((texto) => texto.replace(/[\s\p{Cc}]+/gu, " ").trim())
    .pipe(
      z
        .string()
        .min(1, siFalta)
        .max(200, "Hasta 200 caracteres.")
        .refine((nombre) => !nombre.includes("://"), "Escriba solo el nombre, sin direcciones web."),
    );

/** What the form of an invitation sends. */
export const esquemaInvitacion = z.object({
  correo: z.email("Escriba un correo como nombre@servicio.cl.").trim().max(320),
  nombre: nombreDePersona("Escriba el nombre y los apellidos."),
  rol: z.enum(Object.keys(ROLES) as [Rol, ...Rol[]], "Elija una función."),
  cargo: opcional(200),
  area: opcional(200),
  preside: z
    .union([z.literal("si"), z.boolean()])
    .optional()
    .transform((valor) => valor === "si" || valor === true),
});

/** What is known of the document that designated a counterpart. */
const designacion = {
  designadaPor: z.string().max(200, "Hasta 200 caracteres.").default(""),
  designadaEn: z.string().max(30).default(""),
};

export const esquemaDesignar = z.object({
  membresia: z.uuid(),
  mesu: z
    .literal("si")
    .optional()
    .transform((valor) => valor === "si"),
  ...designacion,
});

/** What the form of a handover sends. */
export const esquemaTraspaso = z.object({
  membresia: z.uuid(),
  correo: esquemaInvitacion.shape.correo,
  nombre: esquemaInvitacion.shape.nombre,
  cargo: opcional(200),
  confirmado: z.string().max(320).default(""),
  ...designacion,
});
