"use server";
import { z } from "zod";
import { definirAccionPublica } from "@/lib/borde/accion";
import { leerSolicitante, ponerSesion, rutaLocal } from "@/lib/borde/cookieSesion";
import { ingresar as ingresarConClave } from "@/lib/casos/ingreso/ingresar";
import { exito } from "@/lib/flujo/resultado";

export const ingresar = definirAccionPublica({
  razon: "It is what opens a session.",
  esquema: z.object({
    correo: z.string().trim().min(1, "Escriba su correo.").max(320, "Ese correo es demasiado largo."),
    clave: z.string().min(1, "Escriba su clave.").max(500, "Esa clave es demasiado larga."),
    volver: z.string().optional(),
  }),
  secretos: ["clave"],
  caso: async (_ctx, { correo, clave, volver }) => {
    const abierta = await ingresarConClave({ correo, clave }, await leerSolicitante());
    if (!abierta.ok) return abierta;
    await ponerSesion(abierta.valor.sesionId);
    return exito({ volver: rutaLocal(volver) });
  },
  destino: ({ volver }) => volver,
});
