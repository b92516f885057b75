import { listarAusencias } from "@/lib/datos/repositorio/ausencia";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import {
  buscarGrupos,
  buscarRevisores,
  historiaDupla,
  listarGrupos,
  listarRevisores,
} from "@/lib/datos/repositorio/grupo";
import { type BusquedaInstituciones, buscarInstituciones } from "@/lib/datos/repositorio/grupoInstitucion";
import { actualizarResumen } from "@/lib/datos/repositorio/resumen";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { exito, NO_ENCONTRADO } from "@/lib/flujo/resultado";
import { comoSeBusca, SIN_GRUPO } from "@/lib/flujo/tablero";
import type { Contexto } from "../contexto";
import { leerPagina } from "../pagina";
import { administraGrupos } from "./comun";
import { elegirGrupos } from "./elegirGrupo";

/** Institutions on a page of the mover, or of a group. */
export const POR_PAGINA = 50;

/** Rows of a table of groups or of reviewers: both share the screen, with two forms. */
export const FILAS_POR_TABLA = 10;

export type BusquedaGrupos = {
  /** Name of a group, or of a person of a pair. */
  readonly texto: string;
  readonly pagina: number;
  /** Page of the table of reviewers. */
  readonly personas: number;
};

/**
 * Groups of the exercise in course and the load of each reviewer, a page of each and those that match; and the absences
 * in force or to come. What each has is counted for those of the page alone.
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
      const grupos = await leerPagina(pagina, FILAS_POR_TABLA, (tramo) =>
        buscarGrupos(tx, ejercicio.id, buscado, tramo),
      );
      const revisores = await leerPagina(personas, FILAS_POR_TABLA, (tramo) =>
        buscarRevisores(tx, ejercicio.id, buscado, tramo),
      );
      return exito({
        ejercicio,
        grupos: { ...grupos, filas: await listarGrupos(tx, ejercicio.id, ahora, grupos.filas) },
        revisores: { ...revisores, filas: await listarRevisores(tx, ejercicio.id, revisores.filas) },
        ausencias: await listarAusencias(tx, ahora),
      });
    },
    { soloLectura: true },
  );
}

/** One group of the exercise in course: its history, and a page of its institutions, those that match a text. */
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
      const [grupo] = ejercicio ? await listarGrupos(tx, ejercicio.id, ahora, [id]) : [];
      if (!ejercicio || !grupo) return NO_ENCONTRADO;
      const historia = await historiaDupla(tx, id);
      return exito({
        ejercicio,
        grupo,
        historia,
        instituciones: await paginaDeInstituciones(tx, ejercicio.id, { texto, grupo: id, pagina }),
      });
    },
    { soloLectura: true },
  );
}

type PaginaPedida = BusquedaInstituciones & { readonly pagina: number };

function paginaDeInstituciones(tx: Transaccion, ejercicioId: string, { texto, grupo, pagina }: PaginaPedida) {
  const busqueda = { texto: comoSeBusca(texto), grupo };
  return leerPagina(pagina, POR_PAGINA, (tramo) => buscarInstituciones(tx, ejercicioId, busqueda, tramo));
}

export type BusquedaParaMover = {
  readonly texto: string;
  /** Name of the group they are in, as a person writes it; blank, any. */
  readonly grupo: string;
  /** Only those that are in none. */
  readonly sinGrupo: boolean;
  readonly pagina: number;
};

/**
 * Institutions to be moved among groups: a page of those that match, and the group looked for as `mover` takes it. When
 * the name is of no group none matches, and `noHallado` says what to do.
 */
export async function leerParaMover(ctx: Contexto, { texto, grupo, sinGrupo, pagina }: BusquedaParaMover) {
  if (!administraGrupos(ctx.actor)) return NO_ENCONTRADO;
  const elegido = sinGrupo ? exito({ grupo: SIN_GRUPO }) : await elegirGrupos(ctx, { grupo });
  const noHallado = elegido.ok ? null : (elegido.falla.campos?.grupo ?? elegido.falla.mensaje);
  await actualizarResumen();
  return conActor(
    ctx.actor,
    "grupo.leerParaMover",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const buscado = { texto, grupo: elegido.ok ? elegido.valor.grupo : "" };
      const lista = elegido.ok
        ? await paginaDeInstituciones(tx, ejercicio.id, { ...buscado, pagina })
        : { filas: [], total: 0, pagina: 1, paginas: 1 };
      return exito({ ejercicio, ...lista, buscado, noHallado });
    },
    { soloLectura: true },
  );
}
