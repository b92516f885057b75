"use client";
import { type MouseEvent, useEffect, useRef } from "react";

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
              href={`#${error.campo}`}
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

// The browser would bring the control alone into view; its label and message must be seen too.
function irAlCampo(evento: MouseEvent<HTMLAnchorElement>) {
  const id = decodeURIComponent(evento.currentTarget.hash.slice(1));
  const control = document.getElementById(id);
  if (!control) return;
  evento.preventDefault();
  for (let padre = control.parentElement; padre; padre = padre.parentElement) {
    if (padre instanceof HTMLDetailsElement) padre.open = true;
  }
  const rotulo =
    control instanceof HTMLFieldSetElement
      ? control
      : document.querySelector(`label[for="${CSS.escape(id)}"]`);
  (rotulo ?? control).scrollIntoView({ block: "start" });
  const destino = control instanceof HTMLFieldSetElement ? control.querySelector("input") : control;
  (destino ?? control).focus({ preventScroll: true });
}
