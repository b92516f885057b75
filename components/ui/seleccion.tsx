import type { ComponentProps } from "react";
import { atributosDe, Campo, type PropsCampo, separarCampo } from "./campo";
import { CONTROL, clases } from "./clases";
import { ANCHO, type Ancho } from "./entrada-texto";
import { Icono } from "./iconos";

export type Opcion = { valor: string; texto: string; bloqueada?: boolean };

type Props = PropsCampo &
  Omit<ComponentProps<"select">, keyof PropsCampo | "children"> & {
    opciones: readonly Opcion[];
    /** First, empty option; absent when there is always a value. */
    vacia?: string;
    ancho?: Ancho;
  };

/** A native list of options. For less than six, RadioGrupo is easier to read. */
export function Seleccion(props: Props) {
  const [campo, { opciones, vacia, ancho = "completo", className, ...select }] = separarCampo(props);
  return (
    <Campo {...campo}>
      <div className={clases("relative", ANCHO[ancho])}>
        <select
          {...select}
          {...atributosDe(campo)}
          className={clases(CONTROL, "appearance-none pr-12", className)}
        >
          {vacia !== undefined && <option value="">{vacia}</option>}
          {opciones.map((opcion) => (
            <option key={opcion.valor} value={opcion.valor} disabled={opcion.bloqueada}>
              {opcion.texto}
            </option>
          ))}
        </select>
        <Icono
          nombre="abajo"
          className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-texto-suave"
        />
      </div>
    </Campo>
  );
}
