import type { ReactNode } from "react";
import { Icono, type NombreIcono } from "./iconos";

type Props = { titulo: string; children?: ReactNode; accion?: ReactNode; icono?: NombreIcono };

/** Nothing here yet: why, and what to do. */
export function Vacio({ titulo, children, accion, icono = "archivo" }: Props) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-md border border-dashed border-borde-control bg-papel px-4 py-9 text-center">
      <Icono nombre={icono} className="size-9 text-texto-suave" />
      <p className="font-titulo text-lg font-semibold text-titulo">{titulo}</p>
      {children && <div className="max-w-lectura text-texto-suave">{children}</div>}
      {accion}
    </div>
  );
}
