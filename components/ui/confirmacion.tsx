"use client";
import type { ReactNode } from "react";
import { Alerta } from "./alerta";
import { Boton } from "./boton";
import { Dialogo } from "./dialogo";

type Props = {
  abierto: boolean;
  titulo: string;
  children: ReactNode;
  /** The verb of what will happen: «Enviar el informe», never «Aceptar». */
  textoConfirmar: string;
  textoPendiente?: string;
  textoCancelar?: string;
  peligrosa?: boolean;
  /** Why what was confirmed was not done: said above the question, which stays. */
  falla?: string | null | undefined;
  alCerrar: () => void;
  /** The window stays, pending, until the promise settles; close it from there. */
  alConfirmar: () => unknown;
};

/** A question before something that matters. */
export function Confirmacion(props: Props) {
  const {
    textoConfirmar,
    textoPendiente,
    textoCancelar = "Volver",
    peligrosa,
    alCerrar,
    alConfirmar,
  } = props;
  return (
    <Dialogo
      abierto={props.abierto}
      alCerrar={alCerrar}
      titulo={props.titulo}
      urgente
      acciones={
        <>
          <Boton
            variante={peligrosa ? "peligro" : "primario"}
            onClick={alConfirmar}
            {...(textoPendiente === undefined ? {} : { textoPendiente })}
          >
            {textoConfirmar}
          </Boton>
          <Boton variante="secundario" onClick={alCerrar}>
            {textoCancelar}
          </Boton>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {props.falla && (
          <Alerta tono="error" anuncia>
            {props.falla}
          </Alerta>
        )}
        {props.children}
      </div>
    </Dialogo>
  );
}
