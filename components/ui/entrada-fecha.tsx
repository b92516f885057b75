"use client";
import { useRef } from "react";
import { EntradaLeida, escribirEn } from "./entrada-leida";
import { ACCION_ENTRADA, type PropsEntrada } from "./entrada-texto";
import { Icono } from "./iconos";
import { leerTextoFecha } from "./lecturas";

type Props = Omit<PropsEntrada, "accion" | "min" | "max"> & {
  /** Limits of the calendar, aaaa-mm-dd. They help to choose; they do not check. */
  desde?: string;
  hasta?: string;
};

/** A date as dd/mm/aaaa, typed or chosen in the browser's own calendar. Invalid text stays as written, marked. */
export function EntradaFecha({ desde, hasta, ...props }: Props) {
  const calendario = useRef<HTMLInputElement>(null);

  function abrir() {
    const nativo = calendario.current;
    const texto = document.getElementById(props.id);
    if (!nativo || !(texto instanceof HTMLInputElement)) return;
    const leida = leerTextoFecha(texto.value);
    nativo.value = leida.ok && leida.eco ? leida.eco.split("/").reverse().join("-") : "";
    nativo.showPicker();
  }

  function alElegir() {
    const texto = document.getElementById(props.id);
    const elegida = calendario.current?.value;
    if (!elegida || !(texto instanceof HTMLInputElement)) return;
    escribirEn(texto, elegida.split("-").reverse().join("/"));
    texto.focus();
  }

  return (
    <EntradaLeida
      ancho="medio"
      inputMode="numeric"
      placeholder="dd/mm/aaaa"
      {...props}
      leer={leerTextoFecha}
      normaliza
      // What cannot be written is not chosen either: the calendar would write in it.
      {...(!props.readOnly && {
        accion: (
          <span className="relative flex">
            <button type="button" onClick={abrir} className={ACCION_ENTRADA}>
              <Icono nombre="calendario" />
              <span className="sr-only">Elegir en el calendario</span>
            </button>
            <input
              ref={calendario}
              type="date"
              tabIndex={-1}
              aria-hidden="true"
              min={desde}
              max={hasta}
              onChange={alElegir}
              className="pointer-events-none absolute inset-0 -z-10 size-full opacity-0"
            />
          </span>
        ),
      })}
    />
  );
}
