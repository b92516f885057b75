import { borrarAjustes, crearAjustes, leerDescartados } from "@/lib/datos/repositorio/ajuste";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { conPlan, decisionDe, motivoParaNoDecidir } from "./comun";

/** Null in `componente`: a whole element that had been added and was taken away. */
type Recuperar = { readonly elemento: string; readonly componente: string | null };

/** Brings back, from the trail, the last change that was discarded of a component, with its justification. */
export function recuperarDescartado(ctx: ContextoInstitucion, entrada: Recuperar): Promise<Resultado<null>> {
  const { elemento, componente } = entrada;
  return conPlan(ctx, "ajuste.recuperar", async (abierto) => {
    const { tx, plan, autoria } = abierto;
    const descartados = await leerDescartados(tx, plan, elemento);
    const descartado = descartados.find(({ ajuste }) => ajuste.componente === componente);
    if (!descartado) return NO_ENCONTRADO;
    const cerrado = motivoParaNoDecidir(abierto, descartado.ajuste.decision, entrada);
    if (cerrado) return cerrado;
    const actual = decisionDe(abierto, elemento, componente);
    if (actual && actual.decision !== "mantiene")
      return fallar(
        "conflicto_decision",
        "Ya hay un cambio escrito aquí. Recupere lo anterior después de volver a «se mantiene».",
      );
    if (decisionDe(abierto, elemento, null))
      return fallar("conflicto_eliminado", "Este elemento se elimina completo. Vuelva a incluirlo primero.");
    if (actual) await borrarAjustes(tx, [actual.id]);
    await crearAjustes(tx, plan, [descartado.ajuste], autoria);
    return exito(null);
  });
}
