import { borrarAjustes, crearAjustes } from "@/lib/datos/repositorio/ajuste";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { OBJETIVO_GENERAL } from "@/lib/guia/e3-2025/valores";
import type { ContextoInstitucion } from "../contexto";
import { buscarElemento, conPlan, motivoParaNoDecidir, otraPersonaDecidio } from "./comun";

type Eliminar = { readonly elemento: string; readonly vistoEn: Date };

/**
 * Removes a whole element from the plan: it decides for all its components (AJU-11), whose decisions are put aside and
 * come back with `restaurarElemento`. The general objective is never removed (AJU-12).
 */
export function eliminarElemento(ctx: ContextoInstitucion, entrada: Eliminar): Promise<Resultado<null>> {
  return conPlan(ctx, "ajuste.eliminar", async (abierto) => {
    const { tx, plan, autoria } = abierto;
    const elemento = buscarElemento(abierto, entrada.elemento);
    if (!elemento) return NO_ENCONTRADO;
    if (elemento.id === OBJETIVO_GENERAL)
      return fallar("objetivo_general", "El objetivo general no se elimina: puede modificarlo.");
    const cerrado = motivoParaNoDecidir(abierto, "elimina", { elemento: elemento.id, componente: null });
    if (cerrado) return cerrado;
    const suyos = plan.ajustes.filter((fila) => fila.elemento === elemento.id);
    if (suyos.some((fila) => fila.decision === "elimina")) return exito(null);
    const ajeno = suyos.find(
      ({ modificadoPorId, registradoEn, decision }) =>
        decision === "modifica" &&
        modificadoPorId !== ctx.actor.usuarioId &&
        registradoEn !== null &&
        registradoEn > entrada.vistoEn,
    );
    if (ajeno) return otraPersonaDecidio(abierto, ajeno);
    await borrarAjustes(
      tx,
      suyos.map(({ id }) => id),
    );
    await crearAjustes(tx, plan, [{ elemento: elemento.id, componente: null, decision: "elimina" }], autoria);
    return exito(null);
  });
}
