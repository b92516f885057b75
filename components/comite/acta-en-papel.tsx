import type { ReactNode } from "react";
import { Icono } from "@/components/ui/iconos";

/** The other way to approve, out of sight until it is wanted; open by itself when it is the only one left. */
export function ActaEnPapel({ abierta, children }: { abierta: boolean; children: ReactNode }) {
  return (
    <details
      id="papel"
      open={abierta}
      className="group min-w-0 rounded-md border border-borde bg-papel p-4 sm:p-6"
    >
      <summary className="flex min-h-11 items-center gap-2">
        <h3 className="text-xl">Registrar un acta en papel</h3>
        <Icono nombre="abajo" className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="mt-4">{children}</div>
    </details>
  );
}
