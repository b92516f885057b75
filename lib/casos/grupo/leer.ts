import { listarAusencias } from "@/lib/datos/repositorio/ausencia";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { historiaDupla, listarGrupos, listarRevisores } from "@/lib/datos/repositorio/grupo";
import { type BusquedaInstituciones, buscarInstituciones } from "@/lib/datos/repositorio/grupoInstitucion";
import { actualizarResumen } from "@/lib/datos/repositorio/resumen";
import { conActor } from "@/lib/datos/transaccion";

import { exito, NO_ENCONTRADO } from "@/lib/flujo/resultado";
import { comoSeBusca } from "@/lib/flujo/tablero";
import type { Contexto } from "../contexto";
import { administraGrupos } from "./comun";

/** Institutions on a page of the mover. */
export const POR_PAGINA = 50;

/** Groups of the exercise in course, the load of each reviewer, and the absences in force or to come. */
export async function leerGrupos({ actor, ahora }: Contexto) {
  if (!administraGrupos(actor)) return NO_ENCONTRADO;
  return conActor(
    actor,
    "grupo.leer",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      return exito({
        ejercicio,
        grupos: await listarGrupos(tx, ejercicio.id, ahora),
        revisores: await listarRevisores(tx, ejercicio.id),
        ausencias: await listarAusencias(tx, ahora),
      });
    },
    { soloLectura: true },
  );
}

/** One group of the exercise in course with its history, and who may be named in it. */
export async function leerGrupo({ actor, ahora }: Contexto, id: string) {
  if (!administraGrupos(actor)) return NO_ENCONTRADO;
  return conActor(
    actor,
    "grupo.leerUno",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      const [grupo] = ejercicio ? await listarGrupos(tx, ejercicio.id, ahora, id) : [];
      if (!ejercicio || !grupo) return NO_ENCONTRADO;
      const historia = await historiaDupla(tx, id);
      return exito({ ejercicio, grupo, historia, revisores: await listarRevisores(tx, ejercicio.id) });
    },
    { soloLectura: true },
  );
}

/** Institutions to be moved among groups: a page of those that match. */
export async function leerParaMover(
  { actor, ahora }: Contexto,
  { texto, grupo, pagina }: BusquedaInstituciones & { readonly pagina: number },
) {
  if (!administraGrupos(actor)) return NO_ENCONTRADO;
  await actualizarResumen();
  return conActor(
    actor,
    "grupo.leerParaMover",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const busqueda = { texto: comoSeBusca(texto), grupo };
      const leer = (n: number) =>
        buscarInstituciones(tx, ejercicio.id, busqueda, { desde: (n - 1) * POR_PAGINA, cuantas: POR_PAGINA });
      // Past the end there is no row to say how many there are.
      const halladas = await leer(pagina);
      const lista = halladas.filas.length === 0 && pagina > 1 ? await leer(1) : halladas;
      const grupos = await listarGrupos(tx, ejercicio.id, ahora);
      return exito({
        ejercicio,
        ...lista,
        pagina: lista === halladas ? pagina : 1,
        paginas: Math.max(1, Math.ceil(lista.total / POR_PAGINA)),
        grupos: grupos.map(({ id, nombre, instituciones }) => ({ id, nombre, instituciones })),
      });
    },
    { soloLectura: true },
  );
}
