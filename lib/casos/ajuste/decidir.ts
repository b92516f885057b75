import { borrarAjustes, crearAjustes, type FilaAjuste } from "@/lib/datos/repositorio/ajuste";
import { contenidoDe, type ElementoPlan, tieneComponente } from "@/lib/expediente/elementos";
import { iguales } from "@/lib/expediente/texto";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Componente } from "@/lib/guia/e3-2025/valores";
import type { ContextoInstitucion } from "../contexto";
import { buscarElemento, conPlan, decisionDe, motivoParaNoDecidir, otraPersonaDecidio } from "./comun";

export type Decidir = {
  readonly elemento: string;
  readonly componente: string;
  readonly decision: "mantiene" | "modifica";
  /** The decision the person saw when they chose: if it is another by now, they are told instead of overwriting it. */
  readonly visto: "mantiene" | "modifica" | null;
  /** When the page they saw was drawn. */
  readonly vistoEn: Date;
  /** The person accepted to discard what was written; without it, going back to «mantiene» asks first. */
  readonly descartar?: boolean;
};

/** Whether a change holds something that going back would discard. */
export function tieneAlgoEscrito(fila: FilaAjuste, elemento: ElementoPlan, componente: Componente): boolean {
  const justifica = [fila.otraRazon, fila.argumento, fila.antecedentes].some((texto) => texto?.trim());
  return (
    justifica ||
    fila.categorias.length > 0 ||
    !iguales(fila.contenido, normalDe(contenidoDe(elemento, componente)))
  );
}

// As JSON would keep it: without what is absent.
const normalDe = (contenido: unknown): unknown =>
  contenido === undefined ? null : JSON.parse(JSON.stringify(contenido));

/**
 * Decides whether a component of the plan is kept or modified (guide, §1: «i) señalar si se mantiene lo definido en
 * 2024 o si se modifica»). «Modifica» begins with the content of 2024; going back to «mantiene» discards what was
 * written, which the trail keeps (`recuperarDescartado`).
 * @returns `cerrado_…` out of term, `conflicto_decision` when somebody else decided meanwhile, `confirmar` when it
 * would discard something and nobody accepted to.
 */
export function decidir(ctx: ContextoInstitucion, entrada: Decidir): Promise<Resultado<null>> {
  const { elemento: id, componente, decision } = entrada;
  return conPlan(ctx, "ajuste.decidir", async (abierto) => {
    const { tx, plan, autoria } = abierto;
    const elemento = buscarElemento(abierto, id);
    if (!elemento || !tieneComponente(elemento, componente)) return NO_ENCONTRADO;
    const cerrado = motivoParaNoDecidir(abierto, decision, { elemento: id, componente });
    if (cerrado) return cerrado;
    if (decisionDe(abierto, id, null))
      return fallar(
        "conflicto_eliminado",
        "Este elemento se elimina completo. Vuelva a incluirlo antes de decidir por sus componentes.",
      );
    const actual = decisionDe(abierto, id, componente);
    if (actual?.decision === decision) return exito(null);
    if (actual && actual.decision !== entrada.visto) return otraPersonaDecidio(abierto, actual);
    if (actual?.decision === "modifica") {
      const esDeOtro = actual.modificadoPorId !== ctx.actor.usuarioId;
      if (esDeOtro && actual.registradoEn && actual.registradoEn > entrada.vistoEn)
        return otraPersonaDecidio(abierto, actual);
      if (!entrada.descartar && tieneAlgoEscrito(actual, elemento, componente))
        return fallar(
          "confirmar",
          "Si el componente se mantiene, se descarta lo que se escribió para modificarlo. Confirme que quiere hacerlo.",
        );
    }
    if (actual) await borrarAjustes(tx, [actual.id]);
    // Without a decision the link of an activity is kept: there is nothing to write down (reglas, AJU).
    if (decision === "mantiene" && componente === "objetivoEspecifico") return exito(null);
    const contenido = decision === "modifica" ? normalDe(contenidoDe(elemento, componente)) : null;
    await crearAjustes(tx, plan, [{ elemento: id, componente, decision, contenido }], autoria);
    return exito(null);
  });
}
