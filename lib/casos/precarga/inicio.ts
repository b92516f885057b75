import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { institucionesParaPrecarga } from "@/lib/datos/repositorio/precarga";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";

/** Active institutions within reach, and which of them have the plan of the exercise in course loaded. */
export async function leerInicioPrecarga({ actor, ahora }: Contexto) {
  if (!puede(actor, "plan.precargar")) return NO_ENCONTRADO;
  return conActor(
    actor,
    "plan.inicioPrecarga",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio)
        return fallar("sin_ejercicio", "No hay un ejercicio anual. Créelo en «Ejercicios» para empezar.");
      return exito({ ejercicio, instituciones: await institucionesParaPrecarga(tx, ejercicio.id) });
    },
    { soloLectura: true },
  );
}
