import { borrarAjustes } from "@/lib/datos/repositorio/ajuste";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { conPlan, decisionDe, motivoParaNoDecidir, otraPersonaDecidio } from "./comun";

type Quitar = { readonly elemento: string; readonly vistoEn: Date };

/** Takes away an element that the institution had added. What was written of it can be recovered (`recuperarDescartado`). */
export function quitarIncorporado(ctx: ContextoInstitucion, entrada: Quitar): Promise<Resultado<null>> {
  return conPlan(ctx, "ajuste.quitar", async (abierto) => {
    const fila = decisionDe(abierto, entrada.elemento, null);
    if (fila?.decision !== "incorpora") return NO_ENCONTRADO;
    const cerrado = motivoParaNoDecidir(abierto, "incorpora", {
      elemento: entrada.elemento,
      componente: null,
    });
    if (cerrado) return cerrado;
    const esDeOtro = fila.modificadoPorId !== ctx.actor.usuarioId;
    if (esDeOtro && fila.registradoEn && fila.registradoEn > entrada.vistoEn)
      return otraPersonaDecidio(abierto, fila);
    await borrarAjustes(abierto.tx, [fila.id]);
    return exito(null);
  });
}
