import { cambiarSombrero } from "@/lib/datos/repositorio/sesion";
import { conActor } from "@/lib/datos/transaccion";
import type { Actor } from "@/lib/flujo/actor";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";

/**
 * Puts on another hat: from here on the session acts with that function and its reach alone.
 * Takes the session's actor (it may wear none) and the id of one of the person's own current functions.
 */
export function ponerseSombrero(
  quien: Actor & { readonly usuarioId: string; readonly sesionId: string },
  membresiaId: string,
): Promise<Resultado<null>> {
  return conActor({ ...quien, alcance: [] }, "sesion.cambiarFuncion", async (tx) => {
    const puesto = await cambiarSombrero(tx, quien.sesionId, quien.usuarioId, membresiaId);
    return puesto ? exito(null) : NO_ENCONTRADO;
  });
}
