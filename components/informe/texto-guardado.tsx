"use client";
import type { ReactNode } from "react";
import { useCampo } from "@/components/formulario/usar-campo";

type Props = { lugar: string; valor: string | null; etiqueta: ReactNode };

/** What was typed in a field that stopped being due: kept, shown on request, and not sent. */
export function TextoGuardado({ lugar, valor, etiqueta }: Props) {
  const texto = useCampo(lugar, valor).valor;
  if (texto === null || texto.trim() === "") return null;
  return (
    <details className="rounded-md bg-fondo px-4">
      <summary className="min-h-11 py-2 text-texto-suave">
        {etiqueta}: lo que se escribió se conserva y no se envía, porque ya no corresponde.
      </summary>
      <p className="max-w-lectura pb-3 break-words whitespace-pre-wrap">{texto}</p>
    </details>
  );
}
