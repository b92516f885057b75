"use client";
import { type ComponentProps, type FormEvent, useEffect, useRef, useState } from "react";
import { contarCaracteres } from "@/lib/expediente/texto";
import { atributosDe, Campo, descripcionDe, type PropsCampo, separarCampo } from "./campo";
import { CONTROL, clases } from "./clases";
import { textoContador } from "./contador";
import { useEspera } from "./usar-espera";

type Props = PropsCampo &
  Omit<ComponentProps<"textarea">, keyof PropsCampo> & {
    /** In code points. It is a warning, never a cut: nothing typed is thrown away. */
    limite?: number;
  };

/** A text box that grows with its text and counts what is left. */
export function AreaTexto(props: Props) {
  const [campo, { limite, onInput, className, rows = 3, ...area }] = separarCampo(props);
  const inicial = String(area.value ?? area.defaultValue ?? "");
  const [largo, setLargo] = useState(() => contarCaracteres(inicial));
  const [anuncio, setAnuncio] = useState("");
  const raiz = useRef<HTMLDivElement>(null);
  const usado = area.value === undefined ? largo : contarCaracteres(String(area.value));

  // Where the browser does not size the box by its content, its first text decides.
  useEffect(() => {
    const caja = raiz.current?.querySelector("textarea");
    if (caja) ajustarAlto(caja);
  }, []);

  // Announced after a pause, so that a screen reader is not interrupted at each letter.
  useEffect(() => {
    if (limite === undefined) return;
    const espera = setTimeout(() => setAnuncio(textoContador(usado, limite)), 1000);
    return () => clearTimeout(espera);
  }, [usado, limite]);

  function alEscribir(evento: FormEvent<HTMLTextAreaElement>) {
    ajustarAlto(evento.currentTarget);
    if (limite !== undefined) setLargo(contarCaracteres(evento.currentTarget.value));
    onInput?.(evento as Parameters<NonNullable<typeof onInput>>[0]);
  }

  const contador = limite !== undefined && (
    <p
      id={`${campo.id}-contador`}
      className={clases("mt-1 text-sm", usado > limite ? "font-medium text-error" : "text-texto-suave")}
    >
      {textoContador(usado, limite)}
    </p>
  );
  return (
    <div ref={raiz}>
      <Campo {...campo} pie={contador}>
        <textarea
          rows={rows}
          {...area}
          {...useEspera(area)}
          {...atributosDe(campo)}
          aria-describedby={
            clases(descripcionDe(campo), limite !== undefined && `${campo.id}-contador`) || undefined
          }
          onInput={alEscribir}
          className={clases(CONTROL, "autocrece min-h-24 resize-y", className)}
        />
        {limite !== undefined && (
          <span role="status" className="sr-only">
            {anuncio}
          </span>
        )}
      </Campo>
    </div>
  );
}

function ajustarAlto(caja: HTMLTextAreaElement) {
  if (CSS.supports("field-sizing", "content")) return;
  caja.style.height = "auto";
  caja.style.height = `${caja.scrollHeight + 2}px`;
}
