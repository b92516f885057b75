"use client";
import { Boton } from "@/components/ui/boton";

/** Prints the page, which on paper is a document. */
export function Imprimir() {
  return (
    <Boton variante="secundario" icono="imprimir" onClick={() => window.print()}>
      Imprimir
    </Boton>
  );
}
