import { clases } from "./clases";

export type VarianteBoton = "primario" | "secundario" | "sutil" | "peligro";

const BASE =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-sm px-4 py-2 text-center text-base font-medium leading-tight select-none transition-colors aria-disabled:cursor-not-allowed no-imprimir borde-forzado";

const VARIANTE: Record<VarianteBoton, string> = {
  primario: "bg-primario text-papel hover:bg-primario-hover active:bg-primario-activo",
  secundario:
    "border border-primario bg-papel text-primario hover:border-primario-hover hover:bg-tinte hover:text-primario-hover active:text-primario-activo",
  sutil:
    "text-primario underline underline-offset-4 hover:bg-tinte hover:text-primario-hover active:text-primario-activo",
  peligro: "bg-error text-papel hover:bg-error-hover active:bg-error-activo",
};

// A blocked button stays readable and focusable: it can still be asked why.
const BLOQUEADO = "border border-borde-control bg-neutro-suave text-texto-suave";

/** Classes of a button or of a link that looks like one. */
export function estiloBoton(variante: VarianteBoton, bloqueado = false, className?: string): string {
  return clases(BASE, bloqueado ? BLOQUEADO : VARIANTE[variante], className);
}
