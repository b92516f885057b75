import type { ReactNode } from "react";
import { Observado } from "@/components/observacion/observado";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { leerObservado } from "@/lib/casos/observacion/observado";

/** A page where things are written, with what the Red de Expertos observed in it. */
export async function PaginaObservada({ ctx, children }: { ctx: ContextoInstitucion; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-6">
      <Observado {...(await leerObservado(ctx))}>{children}</Observado>
    </div>
  );
}
