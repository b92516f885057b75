import type { IdRequisito } from "@/lib/guia/e3-2025/requisitos";
import { ID_REQUISITOS } from "@/lib/guia/e3-2025/requisitos";

/** The dates of a preliminary round. `cierraEn` and `retroalimentacionEn` are the first instants that are late. */
export type FechasRonda = {
  readonly abreEn: Date;
  readonly cierraEn: Date;
  readonly retroalimentacionEn: Date;
};

export type EstadoRonda = "por_abrir" | "abierta" | "en_retroalimentacion" | "terminada";

/** Each state as people read it. */
export const ESTADOS_RONDA = {
  por_abrir: { nombre: "Por abrir", tono: "neutro" },
  abierta: { nombre: "Abierta", tono: "exito" },
  en_retroalimentacion: { nombre: "En retroalimentación", tono: "info" },
  terminada: { nombre: "Terminada", tono: "neutro" },
} as const satisfies Record<EstadoRonda, { readonly nombre: string; readonly tono: string }>;

/** Where a round stands at an instant: it takes versions only while it is open. */
export function estadoDeRonda(ronda: FechasRonda, ahora: Date): EstadoRonda {
  if (ahora < ronda.abreEn) return "por_abrir";
  if (ahora < ronda.cierraEn) return "abierta";
  return ahora < ronda.retroalimentacionEn ? "en_retroalimentacion" : "terminada";
}

/**
 * Until when a returned version may be answered with another: in the final round, what its return says; in a preliminary
 * one, while the round is open. Null once it closed, when what is returned is feedback and asks for nothing.
 */
export function hastaCuandoSeResponde(
  { ronda, responderHasta }: { readonly ronda: FechasRonda | null; readonly responderHasta: Date | null },
  ahora: Date,
): Date | null {
  if (!ronda) return responderHasta;
  return estadoDeRonda(ronda, ahora) === "abierta" ? ultimoDe(ronda.cierraEn) : null;
}

/** The requirements of a round, in the order of the guide. */
export function requisitosDeRonda({
  requisitos,
}: {
  readonly requisitos: readonly string[];
}): readonly IdRequisito[] {
  return ID_REQUISITOS.filter((id) => requisitos.includes(id));
}

/** The last day that a limit includes, as an instant to show: limits are the first instant that is late. */
export function ultimoDe(limite: Date): Date {
  return new Date(limite.getTime() - 1);
}
