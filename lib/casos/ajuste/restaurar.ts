import { borrarAjustes, crearAjustes, leerApartados } from "@/lib/datos/repositorio/ajuste";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { conPlan, decisionDe, motivoParaNoDecidir } from "./comun";

/** Undoes the removal of an element: the decisions its components had come back as they were. */
export function restaurarElemento(
  ctx: ContextoInstitucion,
  { elemento }: { readonly elemento: string },
): Promise<Resultado<null>> {
  return conPlan(ctx, "ajuste.restaurar", async (abierto) => {
    const { tx, plan, autoria } = abierto;
    const elimina = decisionDe(abierto, elemento, null);
    if (elimina?.decision !== "elimina") return NO_ENCONTRADO;
    const apartados = (await leerApartados(tx, plan, elimina)).map(({ ajuste }) => ajuste);
    // Out of term the element may come back as it was in 2024, but not with the changes it had.
    const cerrado = motivoParaNoDecidir(
      abierto,
      apartados.some(({ decision }) => decision === "modifica") ? "modifica" : "mantiene",
      { elemento, componente: null },
    );
    if (cerrado) return cerrado;
    await borrarAjustes(tx, [elimina.id]);
    await crearAjustes(tx, plan, apartados, autoria);
    return exito(null);
  });
}
