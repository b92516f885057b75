"use client";
import { MarcoPublico } from "@/components/marco/marco-publico";
import { Boton } from "@/components/ui/boton";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";

function numeroDe(error: unknown): string | null {
  const digest = error instanceof Error && "digest" in error ? error.digest : null;
  return typeof digest === "string" ? digest : null;
}

export default function PaginaDeError({ error, retry }: { error: unknown; retry: () => void }) {
  const numero = numeroDe(error);
  return (
    <MarcoPublico>
      <div className="flex flex-col items-start gap-6">
        <Encabezado
          titulo="Algo falló de nuestro lado"
          bajada="Lo que ya estaba guardado sigue guardado. Vuelva a intentarlo; si se repite, escriba a la mesa de ayuda."
        />
        {numero && (
          <p>
            Número para la mesa de ayuda: <strong className="font-bold tabular-nums">{numero}</strong>
          </p>
        )}
        <div className="flex flex-wrap gap-3">
          <Boton onClick={retry}>Volver a intentar</Boton>
          <EnlaceBoton href="/inicio" variante="secundario">
            Ir al inicio
          </EnlaceBoton>
        </div>
      </div>
    </MarcoPublico>
  );
}
