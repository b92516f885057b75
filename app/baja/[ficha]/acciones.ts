"use server";
import { z } from "zod";
import { definirAccionPublica } from "@/lib/borde/accion";
import { darDeBaja } from "@/lib/casos/avisos/baja";

export const dejarDeRecibir = definirAccionPublica({
  razon: "The signed link of the mail is the proof, and all it can do is stop mails that are not essential.",
  esquema: z.object({ ficha: z.string().max(400) }),
  caso: (_ctx, { ficha }) => darDeBaja(ficha),
});
