import { unaVez } from "@/lib/datos/repositorio/intento";
import { anotarGesto, tomarObservacion, ultimaVersion } from "@/lib/datos/repositorio/observacion";
import { conActor } from "@/lib/datos/transaccion";
import { type EstadoObservacion, GESTOS, siguienteDeObservacion } from "@/lib/flujo/observacion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { avisarRespuesta } from "./aviso";

export type Contestar = { readonly observacion: string; readonly texto: string };

/** Longest text of a thread, in UTF-16 units. */
export const LARGO_MENSAJE = 10_000;

/** Answers an observation in its thread; it stays as it was, and waits for the reviewer. */
export function responderObservacion(
  ctx: ContextoInstitucion,
  entrada: Contestar,
): Promise<Resultado<{ estado: EstadoObservacion }>> {
  return hacer(ctx, "responde", entrada);
}

/** Marks an observation as attended, with or without words: the reviewer resolves it or insists. */
export function atenderObservacion(
  ctx: ContextoInstitucion,
  entrada: Contestar,
): Promise<Resultado<{ estado: EstadoObservacion }>> {
  return hacer(ctx, "atiende", entrada);
}

/**
 * A gesture of the institution in a thread, once for each key of intent. Fails: `entrada_invalida` without the words it
 * needs, `conflicto_estado` when the version is at the Red again or the observation no longer admits it.
 */
function hacer(
  ctx: ContextoInstitucion,
  gesto: "responde" | "atiende",
  { observacion: id, texto }: Contestar,
): Promise<Resultado<{ estado: EstadoObservacion }>> {
  const { actor, ahora, institucion } = ctx;
  const caso = `observacion.${gesto}`;
  return conActor(actor, caso, async (tx) => {
    if (!puede(actor, GESTOS[gesto].accion, institucion.id)) return NO_ENCONTRADO;
    const observacion = await tomarObservacion(tx, institucion.id, id);
    if (!observacion) return NO_ENCONTRADO;
    return unaVez(tx, ctx, caso, async () => {
      const dicho = texto.trim();
      if (dicho === "" && GESTOS[gesto].conTexto)
        return fallar("entrada_invalida", "Escriba su respuesta antes de enviarla.", {
          texto: "Escriba su respuesta.",
        });
      const { ejercicioId, rondaId, estado } = observacion;
      const ultima = await ultimaVersion(tx, institucion.id, ejercicioId, rondaId);
      if (ultima?.estado !== "observado")
        return fallar(
          "conflicto_estado",
          "La versión ya está otra vez en la Red de Expertos: espere su revisión. Recargue la página.",
        );
      const siguiente = siguienteDeObservacion(estado, gesto);
      if (siguiente === null)
        return fallar(
          "conflicto_estado",
          estado === "resuelta"
            ? "La dupla revisora ya resolvió esta observación. Recargue la página."
            : "Otra persona ya marcó esta observación como atendida. Recargue la página.",
        );
      await anotarGesto(
        tx,
        {
          institucionId: institucion.id,
          observacionId: id,
          gesto,
          autorId: actor.usuarioId,
          texto: dicho,
          escritoEn: ahora,
        },
        siguiente,
      );
      await avisarRespuesta(tx, ctx, { ejercicioId, envioId: ultima.id, preliminar: rondaId !== null });
      return exito({ estado: siguiente });
    });
  });
}
