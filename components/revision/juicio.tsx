"use client";
import { useState } from "react";
import { useBorrador } from "@/components/formulario/borrador";
import { AreaTexto } from "@/components/ui/area-texto";
import { Boton } from "@/components/ui/boton";
import { RadioGrupo } from "@/components/ui/radio-grupo";
import { RESULTADOS } from "@/lib/flujo/vistaRevision";
import { Falla } from "./falla";
import { type Accion, useAccionRevision } from "./usar-accion-revision";

type Props = {
  envio: string;
  criterio: string;
  /** What is judged, for who hears the form apart. */
  nombre: string;
  actual: { readonly resultado: string; readonly razon: string } | null;
  accion: Accion<{ envio: string; criterio: string; resultado: string; razon: string }>;
};

const OPCIONES = Object.entries(RESULTADOS).map(([valor, texto]) => ({ valor, texto }));

/** The verdict on a requirement or a medio: one of three and, unless it complies, why. */
export function Juicio({ envio, criterio, nombre, actual, accion }: Props) {
  const [resultado, setResultado] = useState(actual?.resultado ?? "");
  const [razon, setRazon, enviada] = useBorrador(
    [`Razón de ${nombre}`, envio, criterio],
    actual?.razon ?? "",
  );
  const id = `juicio-${criterio.replaceAll(".", "-")}`;
  const { llamar, falla, campo } = useAccionRevision(accion, "Resultado guardado.", {
    resultado: { id, valor: resultado },
    razon: { id: `${id}-razon`, valor: razon },
  });
  const igual = resultado === (actual?.resultado ?? "") && razon === (actual?.razon ?? "");

  return (
    <div className="flex flex-col gap-3">
      <Falla falla={falla} />
      <RadioGrupo
        {...campo("resultado")}
        name={id}
        // What it is the result of is already written above it.
        etiqueta={<span className="sr-only">Resultado de {nombre}</span>}
        opciones={OPCIONES}
        valor={resultado}
        control={{ onChange: (evento) => setResultado(evento.currentTarget.value) }}
        enLinea
      />
      {resultado !== "" && (
        <AreaTexto
          {...campo("razon")}
          etiqueta={resultado === "cumple" ? "Comentario" : "Razón"}
          opcional={resultado === "cumple"}
          rows={2}
          value={razon}
          onChange={(evento) => setRazon(evento.currentTarget.value)}
        />
      )}
      {!igual && (
        <div>
          <Boton
            variante="secundario"
            textoPendiente="Guardando…"
            onClick={async () => {
              if (await llamar({ envio, criterio, resultado, razon })) enviada();
            }}
          >
            Guardar resultado<span className="sr-only"> de {nombre}</span>
          </Boton>
        </div>
      )}
    </div>
  );
}
