"use client";
import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { alSoltar } from "./al-soltar";
import { escribirEn } from "./entrada-leida";
import { EntradaTexto, type PropsEntrada } from "./entrada-texto";

type Propuestas = {
  opciones: readonly { texto: string; detalle: string }[];
  hayMas: boolean;
};

type Props = PropsEntrada & {
  /** Address that answers `?texto=` with what coincides. */
  buscarEn: string;
};

/** Between keys of who types without looking. */
const PAUSA_MS = 200;

/**
 * A text box for one among thousands: while one types, those that coincide are proposed below, and pressing one writes it
 * whole. The text is what is sent: without script, or without the list, the whole name or the key is written by hand.
 */
export function EntradaBuscada({ buscarEn, onChange, ...entrada }: Props) {
  const [halladas, setHalladas] = useState<Propuestas | null>(null);
  const caja = useRef<HTMLDivElement>(null);
  const pedido = useRef<AbortController | null>(null);
  useEffect(() => () => pedido.current?.abort(), []);

  const campo = () => caja.current?.querySelector("input") ?? null;
  const opciones = () => [...(caja.current?.querySelectorAll<HTMLButtonElement>("ul button") ?? [])];

  function cerrar() {
    pedido.current?.abort();
    setHalladas(null);
  }

  function alEscribir(evento: ChangeEvent<HTMLInputElement>) {
    onChange?.(evento);
    pedido.current?.abort();
    const texto = evento.currentTarget.value.trim();
    if (texto === "") return setHalladas(null);
    const control = new AbortController();
    pedido.current = control;
    const buscar = async () => {
      const respuesta = await fetch(`${buscarEn}?${new URLSearchParams({ texto })}`, {
        signal: control.signal,
      });
      const nuevas: Propuestas | null = respuesta.ok ? await respuesta.json() : null;
      if (!control.signal.aborted) setHalladas(nuevas);
    };
    // With nothing proposed the box goes on being one: what is written is sent all the same.
    setTimeout(() => control.signal.aborted || buscar().catch(() => undefined), PAUSA_MS);
  }

  function elegir(texto: string) {
    const input = campo();
    if (!input) return;
    escribirEn(input, texto);
    cerrar();
    input.focus();
  }

  function alTeclear(evento: KeyboardEvent) {
    if (!halladas) return;
    if (evento.key === "Escape") {
      evento.preventDefault();
      cerrar();
      campo()?.focus();
      return;
    }
    const paso = { ArrowDown: 1, ArrowUp: -1 }[evento.key];
    if (!paso) return;
    evento.preventDefault();
    const lista = opciones();
    const donde = lista.indexOf(document.activeElement as HTMLButtonElement) + paso;
    (donde < 0 ? campo() : lista[Math.min(donde, lista.length - 1)])?.focus();
  }

  function alSalir() {
    // Whoever came back meanwhile goes on: what they are typing is not to be closed by having left.
    alSoltar(() => caja.current?.contains(document.activeElement) || cerrar());
  }

  const cuantas = halladas?.opciones.length ?? 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for the box and the buttons inside it.
    <div ref={caja} onKeyDown={alTeclear} onBlur={alSalir} className="min-w-0">
      <EntradaTexto autoComplete="off" spellCheck={false} {...entrada} onChange={alEscribir} />
      <p role="status" className={halladas ? "mt-1 text-sm text-texto-suave" : "sr-only"}>
        {halladas && dicho(cuantas, halladas.hayMas)}
      </p>
      {cuantas > 0 && (
        <ul className="mt-1 rounded-sm border border-borde bg-papel">
          {halladas?.opciones.map(({ texto, detalle }) => (
            <li key={texto} className="border-b border-borde last:border-b-0">
              <button
                type="button"
                onClick={() => elegir(texto)}
                className="min-h-11 w-full px-3 py-2 text-left break-words hover:bg-tinte"
              >
                {texto}
                <span className="block text-sm text-texto-suave">{detalle}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function dicho(cuantas: number, hayMas: boolean): string {
  if (cuantas === 0) return "Nada coincide.";
  if (hayMas) return `Las primeras ${cuantas} que coinciden. Siga escribiendo, o elija una:`;
  return cuantas === 1 ? "Coincide 1. Elíjala:" : `Coinciden ${cuantas}. Elija una:`;
}
