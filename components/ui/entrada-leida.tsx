"use client";
import { type ChangeEvent, type FocusEvent, type ReactNode, useState } from "react";
import { alSoltar } from "./al-soltar";
import { EntradaTexto, type PropsEntrada } from "./entrada-texto";

/** How a typed text was understood: `eco` is its canonical form, shown when it differs from what was typed. */
export type Lectura = { ok: true; eco?: string } | { ok: false; mensaje: string };

type Props = PropsEntrada & {
  leer: (texto: string) => Lectura;
  /** Words before the echo: «Se leerá como». */
  textoEco?: string;
  /** On leaving the box a valid text takes its canonical form. Invalid text always stays as written. */
  normaliza?: boolean;
  accion?: ReactNode;
};

/**
 * A text box whose text must be read as something (a number, a date, a RUT). What is invalid is kept as written and
 * marked, on load too, for it may have been saved so.
 */
export function EntradaLeida({ leer, textoEco, normaliza = false, onChange, onBlur, ...entrada }: Props) {
  const [lectura, setLectura] = useState(() =>
    revisar(String(entrada.value ?? entrada.defaultValue ?? ""), leer),
  );
  const [texto, setTexto] = useState(String(entrada.value ?? entrada.defaultValue ?? ""));

  // Written by somebody else than the keyboard (a version brought back, another person's): read anew.
  const dado = entrada.value === undefined ? texto : String(entrada.value);
  if (dado !== texto) {
    setTexto(dado);
    setLectura(revisar(dado, leer));
  }

  function alCambiar(evento: ChangeEvent<HTMLInputElement>) {
    const nuevo = evento.currentTarget.value;
    setTexto(nuevo);
    const leida = revisar(nuevo, leer);
    // While typing a mark is only taken away; it is put on leaving the box.
    if (leida.ok) setLectura(leida);
    onChange?.(evento);
  }

  function alSalir(evento: FocusEvent<HTMLInputElement>) {
    const caja = evento.currentTarget;
    const leida = revisar(caja.value, leer);
    if (normaliza && leida.ok && leida.eco !== undefined && leida.eco !== caja.value) {
      escribirEn(caja, leida.eco);
    }
    alSoltar(() => setLectura(revisar(caja.value, leer)));
    onBlur?.(evento);
  }

  const error = entrada.error ?? (lectura.ok ? undefined : lectura.mensaje);
  const eco = textoEco && lectura.ok && lectura.eco && lectura.eco !== texto.trim() ? lectura.eco : "";
  return (
    <div className="min-w-0">
      <EntradaTexto
        autoComplete="off"
        spellCheck={false}
        {...entrada}
        error={error}
        onChange={alCambiar}
        onBlur={alSalir}
      />
      {textoEco && (
        <p role="status" className={eco ? "mt-1 text-sm text-texto-suave" : "sr-only"}>
          {eco && `${textoEco} ${eco}`}
        </p>
      )}
    </div>
  );
}

function revisar(texto: string, leer: (texto: string) => Lectura): Lectura {
  return texto.trim() === "" ? { ok: true } : leer(texto);
}

/** Writes as a person would, so that React and any form library hear of it. */
export function escribirEn(caja: HTMLInputElement | HTMLTextAreaElement, texto: string): void {
  const fijar = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(caja), "value")?.set;
  fijar?.call(caja, texto);
  caja.dispatchEvent(new Event("input", { bubbles: true }));
}
