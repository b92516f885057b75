import {
  buscarRevisores,
  listarRevisores,
  type Revisor,
  revisoresLlamados,
} from "@/lib/datos/repositorio/grupo";
import { cuantasInstituciones } from "@/lib/flujo/cuantas";
import { type Elegibles, eleccionEntre } from "../eleccion";
import { administraGrupos } from "./comun";

const REVISORES: Elegibles<Revisor> = {
  materia: "grupo",
  permite: administraGrupos,
  llave: "el correo",
  comoElegible: ({ id, nombre, correo }) => ({ id, nombre, llave: correo }),
  parecidos: buscarRevisores,
  llamados: (tx, _ejercicioId, leida) => revisoresLlamados(tx, leida),
  detalles: async (tx, ejercicioId, filas) =>
    (await listarRevisores(tx, ejercicioId, filas)).map(({ instituciones }) =>
      cuantasInstituciones(instituciones),
    ),
};

/** Reviewers, by their name, e-mail or groups; each with what they carry in the exercise in course. */
export const { proponer: proponerRevisores, elegir: elegirRevisores } = eleccionEntre(REVISORES);
