import {
  buscarGrupos,
  type GrupoConTamano,
  gruposLlamados,
  tamanosDeGrupos,
} from "@/lib/datos/repositorio/grupo";
import { cuantasInstituciones } from "@/lib/flujo/cuantas";
import { type Elegibles, eleccionEntre } from "../eleccion";
import { administraGrupos } from "./comun";

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
  detalles: async (_tx, _ejercicioId, filas) =>
    filas.map(({ instituciones }) => cuantasInstituciones(instituciones)),
};

/** Groups of the exercise in course, by their name or by that of one of their pair; each with its size. */
export const { proponer: proponerGrupos, elegir: elegirGrupos } = eleccionEntre(GRUPOS);
