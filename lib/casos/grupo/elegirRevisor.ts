import {
  buscarRevisores,
  listarRevisores,
  type Revisor,
  revisoresLlamados,
} from "@/lib/datos/repositorio/grupo";
import type { Propuestas } from "@/lib/flujo/eleccion";
import type { Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";
import { type Elegibles, elegir, proponer } from "../eleccion";
import { administraGrupos, enPalabras } from "./comun";

const REVISORES: Elegibles<Revisor> = {
  materia: "grupo",
  permite: administraGrupos,
  llave: "el correo",
  comoElegible: ({ id, nombre, correo }) => ({ id, nombre, llave: correo }),
  parecidos: buscarRevisores,
  llamados: (tx, _ejercicioId, leida) => revisoresLlamados(tx, leida),
  detalles: async (tx, ejercicioId, filas) =>
    (await listarRevisores(tx, ejercicioId, filas)).map(({ instituciones }) => enPalabras(instituciones)),
};

/** The first reviewers with a text in their name, e-mail or groups, each with the load of the exercise in course. */
export const proponerRevisores = (
  ctx: Contexto,
  { texto }: { readonly texto: string },
): Promise<Resultado<Propuestas>> => proponer(ctx, REVISORES, texto);

/** The ids of the reviewers that the texts of some fields name: `elegir`. */
export const elegirRevisores = <C extends string>(
  ctx: Contexto,
  textos: Readonly<Record<C, string>>,
): Promise<Resultado<Readonly<Record<C, string>>>> => elegir(ctx, REVISORES, textos);
