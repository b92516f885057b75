import { type Ejercicio, guardarEjercicio, listarEjercicios } from "@/lib/datos/repositorio/ejercicio";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";

/** Every exercise, the latest first. */
export async function ejercicios({ actor }: Contexto): Promise<Resultado<readonly Ejercicio[]>> {
  return exito(await conActor(actor, "ejercicio.listar", listarEjercicios, { soloLectura: true }));
}

/** Writes the milestones of a year. Fails with `hitos_desordenados`, naming the field. */
export async function guardarHitos(
  { actor }: Contexto,
  datos: Omit<Ejercicio, "id">,
): Promise<Resultado<null>> {
  if (!puede(actor, "ejercicio.administrar")) return NO_ENCONTRADO;
  const desorden = desordenDe(datos);
  if (desorden) return fallar("hitos_desordenados", desorden.mensaje, { [desorden.campo]: desorden.mensaje });
  return conActor(actor, "ejercicio.guardar", async (tx) => {
    await guardarEjercicio(tx, datos);
    return exito(null);
  });
}

function desordenDe(hitos: Omit<Ejercicio, "id">) {
  const { aperturaAjuste, cierreAjuste, aperturaEnvio, cierreEnvio } = hitos;
  if (cierreAjuste <= aperturaAjuste) {
    return { campo: "cierreAjuste", mensaje: "El cierre de los ajustes debe ser posterior a su apertura." };
  }
  if (cierreEnvio <= aperturaEnvio) {
    return { campo: "cierreEnvio", mensaje: "El cierre del envío debe ser posterior a su apertura." };
  }
  if (cierreEnvio < cierreAjuste) {
    return { campo: "cierreEnvio", mensaje: "El cierre del envío no puede ser anterior al de los ajustes." };
  }
  return null;
}
