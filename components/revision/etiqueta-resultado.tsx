import { Etiqueta } from "@/components/ui/etiqueta";
import { RESULTADOS, type Resultado } from "@/lib/flujo/vistaRevision";

const TONO = { cumple: "exito", con_observaciones: "advertencia", no_cumple: "error" } as const;

/** A verdict, as a badge; what was not judged says so. */
export function EtiquetaResultado({ resultado }: { resultado: Resultado | null }) {
  if (!resultado) return <Etiqueta>Sin resultado</Etiqueta>;
  return <Etiqueta tono={TONO[resultado]}>{RESULTADOS[resultado]}</Etiqueta>;
}
