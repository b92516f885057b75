"use client";
import { useState } from "react";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import type { AccionFormulario } from "@/components/formulario/llamar";
import { AreaTexto } from "@/components/ui/area-texto";
import { Boton } from "@/components/ui/boton";
import { Dialogo } from "@/components/ui/dialogo";

type Props = {
  accion: AccionFormulario;
  prorroga: string;
  institucion: string;
};

/** Ends an extension, saying why. */
export function RevocarProrroga({ accion, prorroga, institucion }: Props) {
  const [abierto, setAbierto] = useState(false);
  return (
    <>
      <Boton variante="sutil" onClick={() => setAbierto(true)}>
        Revocar<span className="sr-only"> la prórroga de {institucion}</span>
      </Boton>
      <Dialogo
        abierto={abierto}
        alCerrar={() => setAbierto(false)}
        titulo={`Revocar la prórroga de ${institucion}`}
      >
        <FormularioAccion
          accion={accion}
          ocultos={{ prorroga }}
          prefijo={`revocar-${prorroga}-`}
          borrador={[`Motivo para revocar la prórroga de ${institucion}`, prorroga]}
          boton="Revocar prórroga"
          textoPendiente="Revocando…"
          hecho="La prórroga quedó revocada."
        >
          {({ campo }) => (
            <AreaTexto
              {...campo("motivo")}
              etiqueta="Motivo"
              ayuda="Queda en la bitácora y a la vista de la institución."
            />
          )}
        </FormularioAccion>
      </Dialogo>
    </>
  );
}
