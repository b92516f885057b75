"use client";
import type { ComponentProps, ReactNode } from "react";
import { atributosDe, Campo, type PropsCampo, separarCampo } from "./campo";
import { CONTROL, clases } from "./clases";
import { useEspera } from "./usar-espera";

/** Width by what is expected, so that the box itself says how much. */
export type Ancho = "corto" | "medio" | "completo";
export const ANCHO: Record<Ancho, string> = { corto: "max-w-40", medio: "max-w-80", completo: "" };

export type PropsEntrada = PropsCampo &
  Omit<ComponentProps<"input">, keyof PropsCampo> & {
    ancho?: Ancho;
    prefijo?: ReactNode;
    sufijo?: ReactNode;
    /** A button or a note to the right of the box. */
    accion?: ReactNode;
  };

/** One line of text. Native props pass through, so `{...register("x")}` works. */
export function EntradaTexto(props: PropsEntrada) {
  const [campo, { ancho = "completo", prefijo, sufijo, accion, className, ...input }] = separarCampo(props);
  const adorno = "flex items-center border border-borde-control bg-fondo px-3 text-texto-suave";
  return (
    <Campo {...campo}>
      <div className={clases("flex", ANCHO[ancho])}>
        {prefijo && <span className={clases(adorno, "rounded-l-sm border-r-0")}>{prefijo}</span>}
        <input
          type="text"
          {...input}
          {...useEspera(input)}
          {...atributosDe(campo)}
          className={clases(
            CONTROL,
            Boolean(prefijo) && "rounded-l-none",
            Boolean(sufijo || accion) && "rounded-r-none",
            className,
          )}
        />
        {sufijo && <span className={clases(adorno, "rounded-r-sm border-l-0")}>{sufijo}</span>}
        {accion}
      </div>
    </Campo>
  );
}

/** Look of the button that closes a text box on its right. */
export const ACCION_ENTRADA =
  "inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-r-sm border border-l-0 border-borde-control bg-papel px-3 text-primario hover:bg-tinte hover:text-primario-hover";
