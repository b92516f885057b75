import type { ReactNode } from "react";
import { clases, type Tono } from "./clases";
import { Icono } from "./iconos";

type TonoAlerta = Exclude<Tono, "neutro">;

const ASPECTO: Record<TonoAlerta, { caja: string; icono: string; palabra: string }> = {
  info: { caja: "border-primario bg-tinte", icono: "text-primario", palabra: "Información" },
  exito: { caja: "border-exito bg-exito-suave", icono: "text-exito", palabra: "Listo" },
  advertencia: {
    caja: "border-advertencia-borde bg-advertencia-suave",
    icono: "text-advertencia",
    palabra: "Atención",
  },
  error: { caja: "border-error bg-error-suave", icono: "text-error", palabra: "Error" },
};

type Props = {
  tono?: TonoAlerta;
  titulo?: string;
  children?: ReactNode;
  acciones?: ReactNode;
  /** It appears as an answer to something just done, and must be announced. */
  anuncia?: boolean;
};

/** A message within the page. */
export function Alerta({ tono = "info", titulo, children, acciones, anuncia = false }: Props) {
  const { caja, icono, palabra } = ASPECTO[tono];
  const rol = tono === "error" ? "alert" : "status";
  return (
    <div
      role={anuncia ? rol : undefined}
      className={clases("borde-forzado flex items-start gap-3 rounded-md border-l-4 px-4 py-3", caja)}
    >
      <Icono nombre={tono} className={clases("mt-[0.15em]", icono)} />
      <div className="min-w-0 flex-1">
        <span className="sr-only">{palabra}: </span>
        {titulo && <p className="font-bold">{titulo}</p>}
        {children && <div className="max-w-lectura">{children}</div>}
        {acciones && <div className="mt-3 flex flex-wrap gap-3">{acciones}</div>}
      </div>
    </div>
  );
}
