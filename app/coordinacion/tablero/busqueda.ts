import { z } from "zod";
import { numeroDePagina, textoBuscado } from "@/lib/borde/listado";
import { CONDICIONES, type Condicion, type Dimension, IDS_ETAPA } from "@/lib/flujo/tablero";

const opcional = <T extends string>(valores: readonly T[]) =>
  z
    .enum(valores as [T, ...T[]])
    .or(z.literal(""))
    .catch("");

/** The filters of the board in its address. What cannot be read counts as not asked. */
export const filtroEnDireccion = z.object({
  texto: textoBuscado,
  ministerio: z.string().max(300).catch(""),
  grupo: z.string().max(36).catch(""),
  etapa: opcional(IDS_ETAPA),
  con: opcional(Object.keys(CONDICIONES) as Condicion[]),
});

/** The whole view: filters, how the progress is split, and page of the table. */
export const vistaEnDireccion = filtroEnDireccion.extend({
  por: z.enum(["ministerio", "grupo"] satisfies Dimension[]).catch("ministerio"),
  pagina: numeroDePagina,
});
