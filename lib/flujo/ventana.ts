/** A window of time with its extension: what opens and closes the adjustments and the submission. */
export type Ventana = { readonly abre: Date; readonly cierra: Date; readonly prorroga: Date | null };

export type EstadoVentana = "por_abrir" | "abierta" | "en_prorroga" | "cerrada";

/**
 * Where an instant stands in a window. `cierra` is the first instant that is late (00:00 of the next day); an
 * extension includes its last instant (AJU-10).
 */
export function estadoDeVentana({ abre, cierra, prorroga }: Ventana, ahora: Date): EstadoVentana {
  if (ahora < abre) return "por_abrir";
  if (ahora < cierra) return "abierta";
  return prorroga !== null && ahora <= prorroga ? "en_prorroga" : "cerrada";
}
