"use client";
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { clases } from "./clases";
import { Icono, type NombreIcono } from "./iconos";

type Props = {
  /** Seen on the button. */
  texto: ReactNode;
  /** Read before the text: «Institución». */
  etiqueta?: string;
  icono?: NombreIcono;
  /** On the navy bar, or on paper. */
  fondo?: "oscuro" | "claro";
  lado?: "izquierda" | "derecha";
  children: ReactNode;
};

/**
 * A button that unfolds a panel of links or forms. Native <details>: it works before the script arrives, and without
 * it. The script adds closing by Escape and on leaving.
 */
export function Desplegable({ texto, etiqueta, icono, fondo = "claro", lado = "derecha", children }: Props) {
  const caja = useRef<HTMLDetailsElement>(null);
  const boton = useRef<HTMLElement>(null);

  function alTeclear(evento: KeyboardEvent) {
    if (evento.key !== "Escape" || !caja.current?.open) return;
    caja.current.open = false;
    boton.current?.focus();
  }

  function alSalir(evento: FocusEvent) {
    if (!caja.current?.contains(evento.relatedTarget)) caja.current?.removeAttribute("open");
  }

  // A link navigates without reloading: the panel would stay open over the next page.
  useEffect(() => {
    const panel = caja.current;
    const alPulsar = (evento: Event) => {
      if (evento.target instanceof Element && evento.target.closest("a")) panel?.removeAttribute("open");
    };
    panel?.addEventListener("click", alPulsar);
    return () => panel?.removeEventListener("click", alPulsar);
  }, []);

  return (
    <details ref={caja} onKeyDown={alTeclear} onBlur={alSalir} className="group relative min-w-0">
      <summary
        ref={boton}
        className={clases(
          "flex min-h-11 items-center gap-1 rounded-sm px-2 py-1 sm:gap-2 sm:px-3",
          fondo === "oscuro"
            ? "text-papel hover:bg-primario-hover"
            : "text-primario hover:bg-tinte hover:text-primario-hover",
        )}
      >
        {icono && <Icono nombre={icono} />}
        {etiqueta && <span className="sr-only">{etiqueta}: </span>}
        <span className="min-w-0">{texto}</span>
        <Icono nombre="abajo" className="transition-transform group-open:rotate-180" />
      </summary>
      {/* Focusable, so that a click on its blank space does not count as leaving. */}
      <div
        tabIndex={-1}
        className={clases(
          "absolute z-40 mt-2 max-h-[70vh] w-72 max-w-[calc(100vw-2rem)] overflow-auto rounded-md bg-papel p-2 text-texto shadow-panel borde-forzado",
          lado === "derecha" ? "right-0" : "left-0",
        )}
      >
        {children}
      </div>
    </details>
  );
}
