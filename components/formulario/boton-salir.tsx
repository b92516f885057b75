"use client";
import { type MouseEvent, useRef, useState } from "react";
import { Boton } from "@/components/ui/boton";
import { Confirmacion } from "@/components/ui/confirmacion";
import { contarBorradores, descargarBorradores, olvidarBorradores } from "./salida";

type Props = { usuario: string; className?: string };

/**
 * The button of the sign-out form. What this browser keeps unsent is told before leaving, and cleared on leaving: the
 * next person at this computer finds nothing. Without its script it only signs out.
 */
export function BotonSalir({ usuario, className }: Props) {
  const [quedan, setQuedan] = useState(0);
  const formulario = useRef<HTMLFormElement>(null);

  async function alPulsar(evento: MouseEvent<HTMLButtonElement>) {
    evento.preventDefault();
    formulario.current = evento.currentTarget.form;
    // A browser that keeps nothing (a private window) has nothing to warn about.
    const cuantos = await contarBorradores(usuario).catch(() => 0);
    if (cuantos > 0) setQuedan(cuantos);
    else formulario.current?.submit();
  }

  async function salir() {
    await olvidarBorradores(usuario).catch(() => undefined);
    formulario.current?.submit();
  }

  return (
    <>
      <Boton type="submit" variante="sutil" icono="salir" onClick={alPulsar} className={className}>
        Cerrar sesión
      </Boton>
      <Confirmacion
        abierto={quedan > 0}
        titulo="Hay textos sin guardar en este equipo"
        textoConfirmar="Borrar y cerrar sesión"
        textoCancelar="Seguir en la plataforma"
        peligrosa
        alCerrar={() => setQuedan(0)}
        alConfirmar={salir}
      >
        <p>
          {quedan === 1 ? "Un texto que usted escribió" : `${quedan} textos que usted escribió`} aún no
          {quedan === 1 ? " se guarda" : " se guardan"} en la plataforma. Si cierra la sesión, se borran de
          este equipo para que nadie más los vea.
        </p>
        <div className="mt-3">
          <Boton variante="secundario" icono="descargar" onClick={() => descargarBorradores(usuario)}>
            Descargar lo que escribí
          </Boton>
        </div>
      </Confirmacion>
    </>
  );
}
