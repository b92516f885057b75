import { crearAjustes } from "@/lib/datos/repositorio/ajuste";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import type { TipoElemento } from "@/lib/guia/e3-2025/valores";
import type { ContextoInstitucion } from "../contexto";
import { conPlan, motivoParaNoDecidir } from "./comun";
import { siguienteIdentificador } from "./identificador";

/**
 * Adds a new element to the plan, empty, with the identifier that follows the plan's numbering. Its content is typed
 * afterwards, as any field.
 * @returns the identifier.
 */
export function incorporar(
  ctx: ContextoInstitucion,
  { tipo }: { readonly tipo: TipoElemento },
): Promise<Resultado<{ elemento: string }>> {
  return conPlan(ctx, "ajuste.incorporar", (abierto) =>
    unaVez(abierto.tx, ctx, "ajuste.incorporar", async () => {
      const { tx, plan, autoria } = abierto;
      // The element that would be added is in no version: it is of the list of adjustments.
      const cerrado = motivoParaNoDecidir(abierto, "incorpora", { elemento: "", componente: null });
      if (cerrado) return cerrado;
      const elemento = siguienteIdentificador(tipo, plan.original, plan.ajustes);
      await crearAjustes(
        tx,
        plan,
        [{ elemento, componente: null, decision: "incorpora", tipo, contenido: {} }],
        autoria,
      );
      return exito({ elemento });
    }),
  );
}
