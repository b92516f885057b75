"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { leerTodos, leerUno } from "@/lib/casos/avisos";

export const marcarTodos = definirAccion({
  permiso: "cuenta.propia",
  esquema: z.object({ hasta: z.coerce.date() }),
  caso: (ctx, entrada) => leerTodos(ctx, entrada),
});

const esquema = z.object({ aviso: z.uuid() });

export const marcarUno = definirAccion({ permiso: "cuenta.propia", esquema, caso: leerUno });

/** Marks it and goes to what it is about. */
export const abrirAviso = definirAccion({
  permiso: "cuenta.propia",
  esquema,
  caso: leerUno,
  destino: ({ enlace }) => enlace,
});
