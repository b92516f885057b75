"use server";
import { z } from "zod";
import { definirAccionPublica } from "@/lib/borde/accion";
import { leerSolicitante } from "@/lib/borde/cookieSesion";
import { elegirClave, pedirClave } from "@/lib/casos/ingreso/clave";

export const pedir = definirAccionPublica({
  razon: "Who forgot the password cannot sign in.",
  esquema: z.object({ correo: z.email("Escriba un correo como nombre@servicio.cl.").trim().max(320) }),
  caso: ({ ahora }, datos) => pedirClave(datos, ahora),
});

export const elegir = definirAccionPublica({
  razon: "The link of one use is the proof.",
  esquema: z.object({ token: z.string().max(100), clave: z.string().min(1, "Escriba una clave.").max(500) }),
  secretos: ["clave", "token"],
  caso: async ({ ahora }, datos) => elegirClave(datos, ahora, await leerSolicitante()),
  destino: () => "/ingresar?aviso=clave",
});
