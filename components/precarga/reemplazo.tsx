"use client";
import { useState } from "react";
import { Alerta } from "@/components/ui/alerta";
import { AreaTexto } from "@/components/ui/area-texto";
import { Boton } from "@/components/ui/boton";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import type { Perdida } from "@/lib/flujo/vistaPrecarga";

type Props = {
  id: string;
  institucion: { codigo: string; nombre: string };
  perdida: Perdida;
  campos: Readonly<Record<string, string>>;
  ocupado: boolean;
  alReemplazar: (codigo: string, motivo: string) => Promise<void>;
};

/** What the institution would lose, whole, and the two things that must be written to go on. */
export function Reemplazo({ id, institucion, perdida, campos, ocupado, alReemplazar }: Props) {
  const [codigo, setCodigo] = useState("");
  const [motivo, setMotivo] = useState("");
  const { decisiones, conservadas, otras } = perdida;
  return (
    <section className="flex flex-col gap-4 rounded-md border border-advertencia-borde p-4">
      <h3 className="text-lg">{institucion.nombre} ya trabajó sobre su plan</h3>
      {otras.length > 0 && (
        <Alerta tono="advertencia">
          <ul className="flex list-disc flex-col gap-2 pl-4">
            {otras.map((frase) => (
              <li key={frase}>{frase}</li>
            ))}
          </ul>
        </Alerta>
      )}
      {decisiones.length === 0 ? (
        <p>No se pierde ninguna decisión de la institución.</p>
      ) : (
        <div>
          <p className="font-medium">
            {decisiones.length === 1
              ? "Se pierde 1 decisión:"
              : `Se pierden ${decisiones.length} decisiones:`}
          </p>
          <ul className="mt-2 flex flex-col gap-3">
            {decisiones.map(({ donde, decision, contenido, argumento }) => (
              <li key={`${donde} ${decision}`} className="border-l-4 border-advertencia-borde pl-3">
                <span className="font-medium">{donde}</span>: {decision.toLowerCase()}.
                {contenido && <span className="block whitespace-pre-wrap wrap-anywhere">{contenido}</span>}
                {argumento && (
                  <span className="block text-texto-suave wrap-anywhere">Argumento: {argumento}</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {conservadas > 0 && (
        <p>
          {conservadas === 1
            ? "Se conserva 1 decisión, sobre algo que no cambia."
            : `Se conservan ${conservadas} decisiones, sobre lo que no cambia.`}
        </p>
      )}
      <AreaTexto
        id={`motivo-${id}`}
        etiqueta="Motivo del reemplazo"
        ayuda="Lo leen la institución y su Comité, y queda en la bitácora."
        limite={2000}
        value={motivo}
        onChange={(evento) => setMotivo(evento.currentTarget.value)}
        error={campos.motivo}
      />
      <EntradaTexto
        id={`codigo-${id}`}
        etiqueta={`Para confirmar, escriba el código de la institución: ${institucion.codigo}`}
        ancho="corto"
        autoComplete="off"
        value={codigo}
        onChange={(evento) => setCodigo(evento.currentTarget.value)}
        error={campos.codigo}
      />
      <div>
        <Boton
          variante="peligro"
          bloqueado={ocupado}
          textoPendiente="Reemplazando…"
          onClick={() => alReemplazar(codigo, motivo)}
        >
          Reemplazar el plan de {institucion.codigo}
        </Boton>
      </div>
    </section>
  );
}
