import { listarAusencias } from "@/lib/datos/repositorio/ausencia";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { historiaDupla, listarGrupos, listarRevisores } from "@/lib/datos/repositorio/grupo";
import { type BusquedaInstituciones, buscarInstituciones } from "@/lib/datos/repositorio/grupoInstitucion";
import { actualizarResumen } from "@/lib/datos/repositorio/resumen";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";

import { exito, NO_ENCONTRADO } from "@/lib/flujo/resultado";
import { comoSeBusca } from "@/lib/flujo/tablero";
import type { Contexto } from "../contexto";
import { administraGrupos } from "./comun";

/** Institutions on a page of the mover, or of a group. */
export const POR_PAGINA = 50;

/** Rows of a table of groups or of reviewers. */
export const FILAS_POR_TABLA = 25;

/** The page `pagina` (from 1) of a list, or its last one when there are not so many. */
function porPaginas<T>(filas: readonly T[], pagina: number) {
  const paginas = Math.max(1, Math.ceil(filas.length / FILAS_POR_TABLA));
  const actual = Math.min(pagina, paginas);
  const desde = (actual - 1) * FILAS_POR_TABLA;
  return { filas: filas.slice(desde, desde + FILAS_POR_TABLA), total: filas.length, pagina: actual, paginas };
}

export type BusquedaGrupos = {
  /** Name of a group, or of a person of a pair. */
  readonly texto: string;
  readonly pagina: number;
  /** Page of the table of reviewers. */
  readonly personas: number;
};

/**
 * Groups of the exercise in course and the load of each reviewer, a page of each and those that match; who may be
 * absent, and the absences in force or to come.
 */
export async function leerGrupos({ actor, ahora }: Contexto, { texto, pagina, personas }: BusquedaGrupos) {
  if (!administraGrupos(actor)) return NO_ENCONTRADO;
  return conActor(
    actor,
    "grupo.leer",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const buscado = comoSeBusca(texto);
      const calza = (...textos: readonly string[]) =>
        textos.some((uno) => comoSeBusca(uno).includes(buscado));
      const grupos = await listarGrupos(tx, ejercicio.id, ahora);
      const revisores = await listarRevisores(tx, ejercicio.id);
      const suyos = grupos.filter(({ nombre, dupla }) => calza(nombre, ...dupla.map((uno) => uno.nombre)));
      const suyas = revisores.filter(({ nombre, correo, grupos: de }) => calza(nombre, correo, ...de));
      return exito({
        ejercicio,
        hay: grupos.length,
        grupos: porPaginas(suyos, pagina),
        revisores: porPaginas(suyas, personas),
        opciones: revisores.map(({ id, nombre }) => ({ id, nombre })),
        ausencias: await listarAusencias(tx, ahora),
      });
    },
    { soloLectura: true },
  );
}

/**
 * One group of the exercise in course: its history, who may be named in it, and a page of its institutions, those that
 * match a text.
 */
export async function leerGrupo(
  { actor, ahora }: Contexto,
  { grupo: id, texto, pagina }: { readonly grupo: string; readonly texto: string; readonly pagina: number },
) {
  if (!administraGrupos(actor)) return NO_ENCONTRADO;
  await actualizarResumen();
  return conActor(
    actor,
    "grupo.leerUno",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      const [grupo] = ejercicio ? await listarGrupos(tx, ejercicio.id, ahora, id) : [];
      if (!ejercicio || !grupo) return NO_ENCONTRADO;
      const historia = await historiaDupla(tx, id);
      return exito({
        ejercicio,
        grupo,
        historia,
        revisores: await listarRevisores(tx, ejercicio.id),
        instituciones: await paginaDeInstituciones(tx, ejercicio.id, { texto, grupo: id, pagina }),
      });
    },
    { soloLectura: true },
  );
}

type PaginaPedida = BusquedaInstituciones & { readonly pagina: number };

async function paginaDeInstituciones(
  tx: Transaccion,
  ejercicioId: string,
  { texto, grupo, pagina }: PaginaPedida,
) {
  const busqueda = { texto: comoSeBusca(texto), grupo };
  const leer = (n: number) =>
    buscarInstituciones(tx, ejercicioId, busqueda, { desde: (n - 1) * POR_PAGINA, cuantas: POR_PAGINA });
  // Past the end there is no row to say how many there are.
  const halladas = await leer(pagina);
  const lista = halladas.filas.length === 0 && pagina > 1 ? await leer(1) : halladas;
  return {
    ...lista,
    pagina: lista === halladas ? pagina : 1,
    paginas: Math.max(1, Math.ceil(lista.total / POR_PAGINA)),
  };
}

/** Institutions to be moved among groups: a page of those that match. */
export async function leerParaMover({ actor, ahora }: Contexto, { texto, grupo, pagina }: PaginaPedida) {
  if (!administraGrupos(actor)) return NO_ENCONTRADO;
  await actualizarResumen();
  return conActor(
    actor,
    "grupo.leerParaMover",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const lista = await paginaDeInstituciones(tx, ejercicio.id, { texto, grupo, pagina });
      const grupos = await listarGrupos(tx, ejercicio.id, ahora);
      return exito({
        ejercicio,
        ...lista,
        grupos: grupos.map(({ id, nombre, instituciones }) => ({ id, nombre, instituciones })),
      });
    },
    { soloLectura: true },
  );
}
