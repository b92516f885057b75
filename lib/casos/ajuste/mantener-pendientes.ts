import { borrarAjustes, crearAjustes } from "@/lib/datos/repositorio/ajuste";
import { recordarIntento, unaVez } from "@/lib/datos/repositorio/intento";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { conPlan, decisionDe, motivoParaNoDecidir } from "./comun";

export type LugarDelPlan = { readonly elemento: string; readonly componente: string };

const CASO = "ajuste.mantenerPendientes";

/**
 * Keeps as in 2024 every component that nobody has decided yet, of the plan or of one element. What has a decision is
 * not touched.
 * @returns what it covered: `deshacerMantener` with the same key undoes exactly that.
 */
export function mantenerPendientes(
  ctx: ContextoInstitucion,
  { elemento: solo }: { readonly elemento?: string | undefined } = {},
): Promise<Resultado<{ lugares: readonly LugarDelPlan[] }>> {
  return conPlan(ctx, CASO, (abierto) =>
    unaVez(abierto.tx, ctx, CASO, async () => {
      const { tx, plan, elementos, autoria } = abierto;
      const cerrado = motivoParaNoDecidir(abierto, "mantiene", null);
      if (cerrado) return cerrado;
      const lugares = elementos
        .filter(({ id }) => (solo === undefined || id === solo) && !decisionDe(abierto, id, null))
        .flatMap(({ id, componentes }) =>
          componentes
            .filter(
              (componente) =>
                !decisionDe(abierto, id, componente) &&
                motivoParaNoDecidir(abierto, "mantiene", { elemento: id, componente }) === null,
            )
            .map((componente): LugarDelPlan => ({ elemento: id, componente })),
        );
      await crearAjustes(
        tx,
        plan,
        lugares.map((lugar) => ({ ...lugar, decision: "mantiene" })),
        autoria,
      );
      return exito({ lugares });
    }),
  );
}

/** Undoes a `mantenerPendientes` by its key: what is still kept goes back to pending; what was decided since then stays. */
export function deshacerMantener(
  ctx: ContextoInstitucion,
  { hecho }: { readonly hecho: string },
): Promise<Resultado<{ cuantos: number }>> {
  return conPlan(ctx, "ajuste.deshacerMantener", async (abierto) => {
    const cerrado = motivoParaNoDecidir(abierto, "mantiene", null);
    if (cerrado) return cerrado;
    const anterior = await recordarIntento<{ lugares: readonly LugarDelPlan[] }>(
      abierto.tx,
      ctx,
      CASO,
      hecho,
    );
    if (!anterior) return NO_ENCONTRADO;
    const filas = anterior.lugares
      .map(({ elemento, componente }) => decisionDe(abierto, elemento, componente))
      .filter(
        (fila) => fila?.decision === "mantiene" && motivoParaNoDecidir(abierto, "mantiene", fila) === null,
      );
    await borrarAjustes(
      abierto.tx,
      filas.flatMap((fila) => (fila ? [fila.id] : [])),
    );
    return exito({ cuantos: filas.length });
  });
}
