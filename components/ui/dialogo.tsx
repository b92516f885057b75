"use client";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { clases } from "./clases";
import { Icono } from "./iconos";

type Props = {
  abierto: boolean;
  alCerrar: () => void;
  titulo: string;
  children: ReactNode;
  /** Buttons. The first is the one that is wanted most. */
  acciones?: ReactNode;
  ancho?: "medio" | "grande";
  /** An urgent question: announced as such and closed only by its buttons or Escape. */
  urgente?: boolean;
};

/** A modal window on the browser's own <dialog>: it traps and returns the focus and closes with Escape. */
export function Dialogo({
  abierto,
  alCerrar,
  titulo,
  children,
  acciones,
  ancho = "medio",
  urgente = false,
}: Props) {
  const caja = useRef<HTMLDialogElement>(null);
  const encabezado = useRef<HTMLHeadingElement>(null);
  const idTitulo = useId();

  useEffect(() => {
    const dialogo = caja.current;
    if (!dialogo) return;
    if (abierto && !dialogo.open) {
      dialogo.showModal();
      // The title first, so that what is asked is heard before its buttons.
      encabezado.current?.focus();
    }
    if (!abierto && dialogo.open) dialogo.close();
  }, [abierto]);

  return (
    <dialog
      ref={caja}
      role={urgente ? "alertdialog" : undefined}
      aria-labelledby={idTitulo}
      closedby={urgente ? "closerequest" : "any"}
      onClose={alCerrar}
      className={clases(
        "m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] flex-col overflow-hidden rounded-md border-0 bg-papel p-0 text-texto shadow-panel backdrop:bg-titulo/60 open:flex borde-forzado",
        ancho === "grande" ? "max-w-4xl" : "max-w-xl",
      )}
    >
      <div className="flex items-start gap-4 border-b border-borde py-3 pr-2 pl-6">
        <h2 ref={encabezado} id={idTitulo} tabIndex={-1} className="min-w-0 flex-1 py-2 text-xl">
          {titulo}
        </h2>
        <button
          type="button"
          onClick={() => caja.current?.close()}
          className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-sm text-texto-suave hover:bg-fondo hover:text-texto"
        >
          <Icono nombre="cerrar" />
          <span className="sr-only">Cerrar</span>
        </button>
      </div>
      {/* Mounted only while open: a closed dialog costs nothing and forgets what was half-typed in it. */}
      {abierto && <div className="min-h-0 flex-1 overflow-y-auto px-6 py-4">{children}</div>}
      {abierto && acciones && (
        <div className="flex flex-wrap gap-3 border-t border-borde bg-fondo px-6 py-3">{acciones}</div>
      )}
    </dialog>
  );
}
