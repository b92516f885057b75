import { buscarGrupos, gruposLlamados, tamanosDeGrupos } from "@/lib/datos/repositorio/grupo";
import type { Propuestas } from "@/lib/flujo/eleccion";
import type { Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";
import { type Elegibles, elegir, proponer } from "../eleccion";
import { administraGrupos } from "./comun";

type Grupo = { readonly id: string; readonly nombre: string };

const GRUPOS: Elegibles<Grupo> = {
  materia: "grupo",
  permite: administraGrupos,
  llave: null,
  comoElegible: ({ id, nombre }) => ({ id, nombre, llave: null }),
  parecidos: async (tx, ejercicioId, texto, tramo) => {
    const { total, filas } = await buscarGrupos(tx, ejercicioId, texto, tramo);
    return { total, filas: await tamanosDeGrupos(tx, ejercicioId, filas) };
  },
  llamados: (tx, ejercicioId, { nombre }) => gruposLlamados(tx, ejercicioId, nombre),
  detalles: async (tx, ejercicioId, filas) => {
    const ids = filas.map(({ id }) => id);
    return (await tamanosDeGrupos(tx, ejercicioId, ids)).map(({ instituciones }) =>
      instituciones === 1 ? "1 institución" : `${instituciones} instituciones`,
    );
  },
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
