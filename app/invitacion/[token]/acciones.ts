"use server";
import { z } from "zod";
import { definirAccionPublica } from "@/lib/borde/accion";
import { leerSolicitante, ponerSesion } from "@/lib/borde/cookieSesion";
import { abrirPara } from "@/lib/casos/ingreso/abrir";
import { aceptarInvitacion } from "@/lib/casos/persona/aceptar";
import { nombreDePersona } from "@/lib/casos/persona/formato";

export const aceptar = definirAccionPublica({
  razon: "Who is invited has no account yet; the link is the proof.",
  esquema: z.object({
    token: z.string().max(100),
    nombre: nombreDePersona("Escriba su nombre y apellidos."),
    clave: z.string().min(1, "Escriba una clave.").max(500),
  }),
  secretos: ["clave", "token"],
  caso: async ({ ahora }, datos) => {
    const aceptada = await aceptarInvitacion(datos, ahora);
    if (!aceptada.ok) return aceptada;
    const solicitante = await leerSolicitante();
    await ponerSesion(await abrirPara(aceptada.valor.usuarioId, "clave", solicitante));
    return aceptada;
  },
  destino: () => "/inicio",
});
