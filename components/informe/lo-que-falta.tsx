import { ListaFaltas } from "@/components/plan/faltas";
import { Tarjeta } from "@/components/ui/tarjeta";
import type { FaltaConDestino } from "@/lib/flujo/destino";

/** What this page still lacks, each with the way to its field. */
export function LoQueFalta({ faltas }: { faltas: readonly FaltaConDestino[] }) {
  if (faltas.length === 0) return null;
  const errores = faltas.filter(({ nivel }) => nivel === "error").length;
  return (
    <Tarjeta
      id="faltas"
      titulo={
        errores === 0
          ? "Para revisar"
          : `Lo que falta aquí (${errores === 1 ? "1 dato" : `${errores} datos`})`
      }
    >
      <ListaFaltas faltas={faltas} />
    </Tarjeta>
  );
}
