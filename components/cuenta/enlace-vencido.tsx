import type { ReactNode } from "react";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";

/** A link of one use that can no longer be used: why, and what to do. */
export function EnlaceVencido({ titulo, children }: { titulo: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-6">
      <Encabezado titulo={titulo} bajada={children} />
      <EnlaceBoton href="/ingresar">Ir al ingreso</EnlaceBoton>
    </div>
  );
}
