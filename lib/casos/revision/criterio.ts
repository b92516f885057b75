import { guardarCriterio } from "@/lib/datos/repositorio/revision";
import { conActor } from "@/lib/datos/transaccion";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { REQUISITOS } from "@/lib/guia/e3-2025/requisitos";
import type { Contexto } from "../contexto";
import { requisitosDe, tomarEnRevision } from "./comun";

export type Juzgar = {
  readonly envio: string;
  /** Id of a requirement or of one of its medios de verificación. */
  readonly criterio: string;
  readonly resultado: "cumple" | "no_cumple" | "con_observaciones";
  readonly razon: string;
};

/**
 * The verdict on a requirement or on a medio de verificación of a version under review; anything but «cumple» says why.
 * Fails: `entrada_invalida`, `no_en_revision`.
 */
export function juzgarCriterio(ctx: Contexto, entrada: Juzgar): Promise<Resultado<null>> {
  return conActor(ctx.actor, "revision.juzgar", async (tx) => {
    const tomado = await tomarEnRevision(tx, ctx, entrada.envio);
    if (!tomado.ok) return tomado;
    const envio = tomado.valor;
    const conocidos: readonly string[] = requisitosDe(envio).flatMap((id) => [
      id,
      ...REQUISITOS[id].medios.map((medio) => medio.id),
    ]);
    if (!conocidos.includes(entrada.criterio)) return NO_ENCONTRADO;
    const razon = entrada.razon.trim();
    if (entrada.resultado !== "cumple" && razon === "")
      return fallar("entrada_invalida", "Escriba la razón: la institución la leerá con el resultado.", {
        razon: "Escriba la razón: la institución la leerá con el resultado.",
      });
    await guardarCriterio(tx, {
      institucionId: envio.institucionId,
      envioId: envio.id,
      criterio: entrada.criterio,
      resultado: entrada.resultado,
      razon,
      porId: ctx.actor.usuarioId,
      en: ctx.ahora,
    });
    return exito(null);
  });
}
