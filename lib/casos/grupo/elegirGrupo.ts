import {
  buscarGrupos,
  type GrupoConTamano,
  gruposLlamados,
  tamanosDeGrupos,
} from "@/lib/datos/repositorio/grupo";
import type { Propuestas } from "@/lib/flujo/eleccion";
import type { Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";
import { type Elegibles, elegir, proponer } from "../eleccion";
import { administraGrupos, enPalabras } from "./comun";

const GRUPOS: Elegibles<GrupoConTamano> = {
  materia: "grupo",
  permite: administraGrupos,
  llave: null,
  comoElegible: ({ id, nombre }) => ({ id, nombre, llave: null }),
  parecidos: async (tx, ejercicioId, texto, tramo) => {
    const { total, filas } = await buscarGrupos(tx, ejercicioId, texto, tramo);
    return { total, filas: await tamanosDeGrupos(tx, ejercicioId, filas) };
  },
  llamados: async (tx, ejercicioId, { nombre }) =>
    tamanosDeGrupos(tx, ejercicioId, await gruposLlamados(tx, ejercicioId, nombre)),
  detalles: async (_tx, _ejercicioId, filas) => filas.map(({ instituciones }) => enPalabras(instituciones)),
};

/** The first groups with a text in their name or in one of their pair's, each with its size in the exercise in course. */
export const proponerGrupos = (
  ctx: Contexto,
  { texto }: { readonly texto: string },
): Promise<Resultado<Propuestas>> => proponer(ctx, GRUPOS, texto);

/** The ids of the groups that the texts of some fields name: `elegir`. */
export const elegirGrupos = <C extends string>(
  ctx: Contexto,
  textos: Readonly<Record<C, string>>,
): Promise<Resultado<Readonly<Record<C, string>>>> => elegir(ctx, GRUPOS, textos);
