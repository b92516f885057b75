import { z } from "zod";
import { textoBuscado } from "@/lib/borde/listado";

/** What the analysis is asked, in its address. What cannot be read counts as not asked. */
export const pedidoEnDireccion = z.object({
  institucion: z.string().trim().max(40).catch(""),
  ministerio: z.string().max(300).catch(""),
  grupo: z.string().max(36).catch(""),
  campo: z.enum(["descripcion", "internos", "externos"]).catch("descripcion"),
  tipo: z.enum(["dificultad", "holgura", ""]).catch(""),
  texto: textoBuscado,
});

export type PedidoEnDireccion = z.output<typeof pedidoEnDireccion>;

/** Address of the analysis with what it is asked, leaving out what is as at first. */
export function direccionDelAnalisis(
  pedido: Partial<PedidoEnDireccion>,
  base = "/coordinacion/analisis",
): string {
  const pares = Object.entries(pedido).filter(
    ([llave, valor]) => valor !== "" && !(llave === "campo" && valor === "descripcion"),
  );
  return pares.length === 0 ? base : `${base}?${new URLSearchParams(pares)}`;
}
