"use client";
import { type ComponentProps, type MouseEvent, useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import { alIrse } from "./al-irse";
import { estiloBoton, type VarianteBoton } from "./estilo-boton";
import { Icono, type NombreIcono } from "./iconos";

export type PropsBoton = Omit<ComponentProps<"button">, "onClick" | "disabled"> & {
  variante?: VarianteBoton;
  icono?: NombreIcono;
  /** Work under way outside a form; inside one with an action the button finds out by itself. */
  pendiente?: boolean;
  textoPendiente?: string;
  /** Cannot be used now. It keeps its focus; say why beside it. */
  bloqueado?: boolean;
  /** Quick repeated clicks are wanted (a stepper). By default the second click of a double click does nothing. */
  repetible?: boolean;
  /** A promise keeps the button pending until it settles. */
  onClick?: (evento: MouseEvent<HTMLButtonElement>) => unknown;
};

/** A button that cannot do its work twice: pending while its form or its promise is. */
export function Boton({
  variante = "primario",
  icono,
  pendiente = false,
  textoPendiente,
  bloqueado = false,
  repetible = false,
  type = "button",
  onClick,
  className,
  children,
  ...resto
}: PropsBoton) {
  const formulario = useFormStatus();
  const [trabajando, setTrabajando] = useState(false);
  // State arrives a render late; the flag stops a second click within the same frame.
  const enCurso = useRef(false);
  const ocupado = pendiente || trabajando || (type === "submit" && formulario.pending);

  async function alPulsar(evento: MouseEvent<HTMLButtonElement>) {
    if (ocupado || bloqueado || enCurso.current || (!repetible && evento.detail > 1)) {
      evento.preventDefault();
      return;
    }
    const trabajo = onClick?.(evento);
    if (!(trabajo instanceof Promise)) return;
    enCurso.current = true;
    setTrabajando(true);
    try {
      await trabajo;
    } finally {
      enCurso.current = false;
      setTrabajando(false);
    }
  }

  return (
    <button
      ref={alIrse}
      {...resto}
      type={type}
      aria-disabled={ocupado || bloqueado || undefined}
      aria-busy={ocupado || undefined}
      onClick={alPulsar}
      className={estiloBoton(variante, ocupado || bloqueado, className)}
    >
      {ocupado ? <Icono nombre="giro" /> : icono && <Icono nombre={icono} />}
      {ocupado && textoPendiente ? textoPendiente : children}
    </button>
  );
}
