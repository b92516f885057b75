import type { ObservacionLeida, UltimaDeRonda } from "@/lib/datos/repositorio/observacion";
import { type EstadoObservacion, esperaRespuesta, GESTOS } from "@/lib/flujo/observacion";

/** An observation as its institution sees it now. */
export type ObservacionVista = ObservacionLeida & { readonly pendiente: boolean; readonly admite: boolean };

/**
 * What the institution may read of an observation: while a version is at the Red, what the reviewers insist or resolve
 * is still their work, and is told with the return or the decision.
 * @returns with `pendiente`, whether the institution owes an answer, and `admite`, whether it may write one now.
 */
export function comoLaVeLaInstitucion(
  observacion: ObservacionLeida,
  ultima: UltimaDeRonda | undefined,
): ObservacionVista {
  const enRevision = ultima?.estado === "enviado" || ultima?.estado === "en_revision";
  const admite = ultima?.estado === "observado" && observacion.estado !== "resuelta";
  if (!enRevision) {
    const gestos = observacion.mensajes.map(({ gesto }) => gesto);
    return { ...observacion, pendiente: admite && esperaRespuesta(observacion.estado, gestos), admite };
  }
  const mensajes = observacion.mensajes.filter(
    ({ gesto, escritoEn }) => GESTOS[gesto].de === "institucion" || escritoEn <= ultima.enviadoEn,
  );
  const estado: EstadoObservacion =
    mensajes.length === observacion.mensajes.length
      ? observacion.estado
      : mensajes.some(({ gesto }) => gesto === "atiende")
        ? "atendida"
        : "abierta";
  return { ...observacion, mensajes, estado, pendiente: false, admite: false };
}
