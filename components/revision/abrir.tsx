"use client";
import { Boton } from "@/components/ui/boton";
import { Falla } from "./falla";
import { type Accion, useAccionRevision } from "./usar-accion-revision";

/** Begins the review of a version that arrived. */
export function AbrirRevision({ envio, accion }: { envio: string; accion: Accion<{ envio: string }> }) {
  const { llamar, falla } = useAccionRevision(accion, "La revisión quedó abierta.");
  return (
    <div className="flex flex-col gap-3">
      <Falla falla={falla} />
      <Boton variante="secundario" onClick={() => llamar({ envio })} textoPendiente="Abriendo…">
        Abrir la revisión
      </Boton>
    </div>
  );
}
