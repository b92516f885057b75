import { Etiqueta } from "@/components/ui/etiqueta";

/** Whether the target is reached, said with a word. */
export function MetaAlcanzada({ alcanzada }: { alcanzada: boolean }) {
  return (
    <Etiqueta tono={alcanzada ? "exito" : "advertencia"}>
      {alcanzada ? "Meta alcanzada" : "Meta no alcanzada"}
    </Etiqueta>
  );
}
