"use client";
import { useState } from "react";
import { ACCION_ENTRADA, EntradaTexto, type PropsEntrada } from "./entrada-texto";
import { Icono } from "./iconos";

/** A password that can be pasted and looked at. */
export function EntradaClave(props: PropsEntrada) {
  const [visible, setVisible] = useState(false);
  return (
    <EntradaTexto
      autoComplete="current-password"
      spellCheck={false}
      autoCapitalize="none"
      autoCorrect="off"
      {...props}
      type={visible ? "text" : "password"}
      accion={
        <button
          type="button"
          aria-controls={props.id}
          aria-pressed={visible}
          onClick={() => setVisible(!visible)}
          className={ACCION_ENTRADA}
        >
          <Icono nombre={visible ? "ojoCerrado" : "ojo"} />
          <span className="sr-only">Mostrar la clave</span>
        </button>
      }
    />
  );
}
