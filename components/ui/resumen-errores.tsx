"use client";
import { type MouseEvent, useEffect, useRef } from "react";
import { fragmentoDe } from "@/lib/flujo/fragmento";
import { idDeFragmento, llegarA } from "./llegar";

export type ErrorResumido = { campo: string; mensaje: string };

type Props = {
  /** `campo` is the id of the control, or of the fieldset of a group. */
  errores: readonly ErrorResumido[];
  titulo?: string;
  /** False where it is always on the screen (a section's list of faults) and must not steal the focus. */
  tomaFoco?: boolean;
};

/** Everything that is wrong, each with a link that lands on its field. Takes the focus when it appears. */
export function ResumenErrores({ errores, titulo, tomaFoco = true }: Props) {
  const caja = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tomaFoco && errores.length > 0) caja.current?.focus();
  }, [errores, tomaFoco]);

  if (errores.length === 0) return null;
  const texto = errores.length === 1 ? "Hay un problema" : `Hay ${errores.length} problemas`;
  return (
    <div
      ref={caja}
      tabIndex={-1}
      role={tomaFoco ? "alert" : undefined}
      className="rounded-sm border-2 border-error bg-papel p-4"
    >
      <h2 className="text-xl">{titulo ?? texto}</h2>
      <ul className="mt-2 flex flex-col">
        {errores.map((error) => (
          <li key={`${error.campo} ${error.mensaje}`}>
            <a
              href={fragmentoDe(error.campo)}
              onClick={irAlCampo}
              className="inline-block min-h-11 py-2 font-medium text-error underline underline-offset-4 hover:text-error-hover"
            >
              {error.mensaje}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function irAlCampo(evento: MouseEvent<HTMLAnchorElement>) {
  const id = idDeFragmento(evento.currentTarget.hash);
  if (id !== null && llegarA(id)) evento.preventDefault();
}
