"use client";
import { EntradaLeida } from "./entrada-leida";
import type { PropsEntrada } from "./entrada-texto";
import { leerTextoNumero } from "./lecturas";

/**
 * A number in es-CL, typed with comma or point. The text is never changed: it stays as typed and what was understood
 * is said below when it looks otherwise.
 */
export function EntradaNumero(props: PropsEntrada) {
  return (
    <EntradaLeida
      ancho="corto"
      inputMode="decimal"
      textoEco="Se lee como"
      {...props}
      leer={leerTextoNumero}
    />
  );
}
