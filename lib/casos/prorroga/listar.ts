import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { listarInstituciones } from "@/lib/datos/repositorio/institucion";
import { listarProrrogas } from "@/lib/datos/repositorio/prorroga";
import { conActor } from "@/lib/datos/transaccion";
import { exito, NO_ENCONTRADO } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";

/** The extensions of the exercise in course within reach, and the institutions that may be given one. */
export function leerProrrogas({ actor, ahora }: Contexto) {
  return conActor(
    actor,
    "prorroga.listar",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const instituciones = (await listarInstituciones(tx)).filter(({ activa }) => activa);
      return exito({ ejercicio, instituciones, prorrogas: await listarProrrogas(tx, ejercicio.id) });
    },
    { soloLectura: true },
  );
}
