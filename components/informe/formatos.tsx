"use client";
import { useId, useState } from "react";
import { type PropsVivo, Vivo } from "@/components/formulario/campos";
import { useBloqueo } from "@/components/observacion/observado";
import { CasillaGrupo } from "@/components/ui/casilla-grupo";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { FORMATOS_COMUNES, leerFormatos } from "./formatos-comunes";

/** Formats of the evidence: the usual ones to tick, and whatever else, written. Together they are one list. */
export function CampoFormatos({
  lugar,
  valor,
  bloqueado: pedido = false,
  ...campo
}: PropsVivo<readonly string[]>) {
  const bloqueado = useBloqueo(lugar, pedido);
  const otrosId = useId();
  const [borrador, setBorrador] = useState<string | null>(null);
  return (
    <Vivo lugar={lugar} valor={valor} etiqueta={campo.etiqueta} bloqueado={bloqueado}>
      {({ valor: lista, escribir, confirmar }, junto) => {
        const comunes = lista.filter((uno) => FORMATOS_COMUNES.includes(uno));
        const otros = lista.filter((uno) => !FORMATOS_COMUNES.includes(uno));
        // What is being typed is shown as typed while it says the same as what is kept.
        const mostrado =
          borrador !== null && leerFormatos(borrador).join("|") === otros.join("|")
            ? borrador
            : otros.join(", ");
        return (
          <>
            <CasillaGrupo
              {...campo}
              junto={junto}
              id={lugar}
              name={lugar}
              enLinea
              opciones={FORMATOS_COMUNES.map((uno) => ({ valor: uno, texto: uno, bloqueada: bloqueado }))}
              valores={comunes}
              control={{
                onChange: (e) => {
                  const { value, checked } = e.currentTarget;
                  const marcados = FORMATOS_COMUNES.filter((uno) =>
                    uno === value ? checked : comunes.includes(uno),
                  );
                  escribir([...marcados, ...otros]);
                  confirmar();
                },
              }}
            />
            <EntradaTexto
              id={otrosId}
              etiqueta="Otros formatos o extensiones"
              ayuda="Separados por coma; por ejemplo: csv, base de datos PostgreSQL."
              opcional
              ancho="medio"
              readOnly={bloqueado}
              value={mostrado}
              onChange={(e) => {
                const texto = e.currentTarget.value;
                setBorrador(texto);
                escribir([...comunes, ...leerFormatos(texto)]);
              }}
              onBlur={confirmar}
            />
          </>
        );
      }}
    </Vivo>
  );
}
