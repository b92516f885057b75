"use client";
import { type ComponentType, type MouseEvent, useRef, useState } from "react";
import { Boton } from "@/components/ui/boton";
import type { PropsAvisoSalir } from "./aviso-salir";
import { contarBorradores, olvidarBorradores } from "./salida";

type Props = { usuario: string; className?: string };

/**
 * The button of the sign-out form. What this browser keeps unsent is told before leaving, and cleared on leaving: the
 * next person at this computer finds nothing. Without its script it only signs out.
 */
export function BotonSalir({ usuario, className }: Props) {
  const [quedan, setQuedan] = useState(0);
  const [Aviso, setAviso] = useState<ComponentType<PropsAvisoSalir> | null>(null);
  const formulario = useRef<HTMLFormElement>(null);

  async function alPulsar(evento: MouseEvent<HTMLButtonElement>) {
    evento.preventDefault();
    formulario.current = evento.currentTarget.form;
    // A browser that keeps nothing (a private window) has nothing to warn about.
    const cuantos = await contarBorradores(usuario).catch(() => 0);
    if (cuantos === 0) return formulario.current?.submit();
    // Asked for when it is needed; without network nobody can sign out either.
    const { AvisoSalir } = await import("./aviso-salir");
    setAviso(() => AvisoSalir);
    setQuedan(cuantos);
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
      {Aviso && <Aviso usuario={usuario} quedan={quedan} alCerrar={() => setQuedan(0)} alConfirmar={salir} />}
    </>
  );
}
