import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { buscarProrrogas } from "@/lib/datos/repositorio/prorroga";
import { conActor } from "@/lib/datos/transaccion";
import { exito, NO_ENCONTRADO } from "@/lib/flujo/resultado";
import { comoSeBusca } from "@/lib/flujo/tablero";
import type { Contexto } from "../contexto";
import { leerPagina } from "../pagina";

/** Rows of the list: each has its reason written whole, and the form comes after them. */
export const POR_PAGINA = 15;

/** A page of the extensions of the exercise in course within reach, of the institutions that match a text. */
export function leerProrrogas(
  { actor, ahora }: Contexto,
  { texto, pagina }: { readonly texto: string; readonly pagina: number },
) {
  return conActor(
    actor,
    "prorroga.listar",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const buscado = comoSeBusca(texto);
      const prorrogas = await leerPagina(pagina, POR_PAGINA, (tramo) =>
        buscarProrrogas(tx, ejercicio.id, buscado, tramo),
      );
      return exito({ ejercicio, prorrogas });
    },
    { soloLectura: true },
  );
}
