import {
  borrarInstancia,
  crearInstancia,
  hayInstancia,
  leerInstanciaQuitada,
  restaurarInstancia,
} from "@/lib/datos/repositorio/difusion";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { conDifusion } from "./comun";
import { listaAbierta } from "./reabierto";

/** Adds an instance of dissemination with nothing written (DIF-01). Once for each key of intent. */
export function agregarInstancia(ctx: ContextoInstitucion): Promise<Resultado<{ id: string }>> {
  return conDifusion(ctx, "difusion.agregarInstancia", listaAbierta, (tx, difusion) =>
    unaVez(tx, ctx, "difusion.agregarInstancia", async () =>
      exito({ id: await crearInstancia(tx, difusion) }),
    ),
  );
}

type DeInstancia = { readonly id: string };

/** Takes an instance away; it can be brought back (`recuperarInstancia`). Repeating it is the same as once. */
export function quitarInstancia(ctx: ContextoInstitucion, { id }: DeInstancia): Promise<Resultado<null>> {
  return conDifusion(ctx, "difusion.quitarInstancia", listaAbierta, async (tx, difusion) => {
    if (await hayInstancia(tx, difusion, id)) {
      await borrarInstancia(tx, difusion, id);
      return exito(null);
    }
    return (await leerInstanciaQuitada(tx, difusion, id)) ? exito(null) : NO_ENCONTRADO;
  });
}

/** Brings back, from the trail, an instance that was taken away: what it said and its files, in its place. */
export function recuperarInstancia(ctx: ContextoInstitucion, { id }: DeInstancia): Promise<Resultado<null>> {
  return conDifusion(
    ctx,
    "difusion.recuperarInstancia",
    listaAbierta,
    async (tx, difusion) => {
      if (await hayInstancia(tx, difusion, id)) return exito(null);
      const quitada = await leerInstanciaQuitada(tx, difusion, id);
      if (!quitada) return NO_ENCONTRADO;
      await restaurarInstancia(tx, difusion, quitada);
      return exito(null);
    },
    // Two undos at once must not both find it missing.
    { aSolas: true },
  );
}
