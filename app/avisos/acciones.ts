"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { leerTodos } from "@/lib/casos/avisos";

export const marcarTodos = definirAccion({
  permiso: "cuenta.propia",
  esquema: z.object({ hasta: z.coerce.date() }),
  caso: (ctx, entrada) => leerTodos(ctx, entrada),
});
