import { buscarIntegrante, terminarMembresia } from "@/lib/datos/repositorio/membresia";
import { conActor } from "@/lib/datos/transaccion";
import type { InstitucionRef } from "@/lib/flujo/actor";
import { puede, puedeOtorgar, ROLES } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";

/**
 * Ends a person's function in an institution (null: the Red). What they did stays, with their name.
 * Fails with `no_encontrado`, `rol_no_permitido` or `es_uno_mismo`.
 */
export async function retirar(
  ctx: Contexto,
  institucion: Pick<InstitucionRef, "id"> | null,
  { membresia }: { membresia: string },
): Promise<Resultado<{ nombre: string }>> {
  if (!puede(ctx.actor, "persona.retirar", institucion?.id)) return NO_ENCONTRADO;
  return conActor(ctx.actor, "persona.retirar", async (tx) => {
    const integrante = await buscarIntegrante(tx, membresia, institucion?.id ?? null);
    if (!integrante) return NO_ENCONTRADO;
    if (integrante.id === ctx.actor.membresiaId) {
      return fallar(
        "es_uno_mismo",
        "No puede retirarse de la función con la que está actuando. Pídalo a otra persona.",
      );
    }
    if (!puedeOtorgar(ctx.actor.rol, integrante.rol)) {
      const funcion = ROLES[integrante.rol].nombre.toLowerCase();
      return fallar("rol_no_permitido", `Con su función no puede retirar a alguien que es ${funcion}.`);
    }
    const retirada = await terminarMembresia(tx, integrante.id, ctx.ahora);
    return retirada ? exito({ nombre: integrante.nombre }) : NO_ENCONTRADO;
  });
}
