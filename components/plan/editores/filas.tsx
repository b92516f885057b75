"use client";
import { type ReactNode, useRef } from "react";
import { Boton } from "@/components/ui/boton";

type Props<T> = {
  filas: readonly T[];
  cambiar: (filas: readonly T[]) => void;
  nueva: () => T;
  /** What a row is called: «trámite». */
  nombre: string;
  textoAgregar: string;
  bloqueado: boolean;
  children: (fila: T, indice: number, cambiar: (fila: T) => void) => ReactNode;
};

let siguiente = 0;

/** A list edited row by row: add at the end, remove any. Rows keep their identity while they are typed in. */
export function Filas<T>({ filas, cambiar, nueva, nombre, textoAgregar, bloqueado, children }: Props<T>) {
  const claves = useRef<string[]>([]);
  const caja = useRef<HTMLDivElement>(null);
  while (claves.current.length < filas.length) claves.current.push(`fila-${siguiente++}`);
  claves.current.length = filas.length;

  function agregar() {
    cambiar([...filas, nueva()]);
    // The new row is drawn by then: the person goes on typing in it.
    requestAnimationFrame(() => {
      const controles = caja.current?.querySelectorAll<HTMLElement>(
        "[data-fila]:last-of-type input, [data-fila]:last-of-type textarea",
      );
      controles?.[0]?.focus();
    });
  }

  function quitar(indice: number) {
    claves.current.splice(indice, 1);
    cambiar(filas.filter((_, i) => i !== indice));
  }

  return (
    <div ref={caja} className="flex flex-col gap-3">
      {filas.map((fila, indice) => (
        <div key={claves.current[indice]} data-fila="" className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            {children(fila, indice, (otra) => cambiar(filas.map((una, i) => (i === indice ? otra : una))))}
          </div>
          {!bloqueado && (
            <Boton variante="sutil" icono="papelera" onClick={() => quitar(indice)} className="px-3">
              <span className="sr-only">
                Quitar {nombre} {indice + 1}
              </span>
            </Boton>
          )}
        </div>
      ))}
      {!bloqueado && (
        <div>
          <Boton variante="secundario" icono="mas" repetible onClick={agregar}>
            {textoAgregar}
          </Boton>
        </div>
      )}
    </div>
  );
}
