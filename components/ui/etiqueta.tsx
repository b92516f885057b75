import type { ReactNode } from "react";
import { clases, type Tono } from "./clases";

const TONO: Record<Tono, string> = {
  neutro: "bg-neutro-suave text-texto",
  info: "bg-tinte text-primario-hover",
  exito: "bg-exito-suave text-exito",
  advertencia: "bg-advertencia-suave text-advertencia",
  error: "bg-error-suave text-error",
};

/** A state in a word or two. The word says it; the colour only helps to find it. */
export function Etiqueta({ tono = "neutro", children }: { tono?: Tono; children: ReactNode }) {
  return (
    <span
      className={clases(
        "borde-forzado inline-block rounded-sm px-2 py-1 text-sm leading-tight font-medium print:border",
        TONO[tono],
      )}
    >
      {children}
    </span>
  );
}
