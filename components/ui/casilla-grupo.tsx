import type { ComponentProps, ReactNode } from "react";
import { ErrorCampo } from "./campo";
import { CajaOpcion, GrupoOpciones, type PropsGrupo } from "./grupo-opciones";

type Props = PropsGrupo & { valores?: readonly string[]; valoresIniciales?: readonly string[] };

/** Several of a few. `valores` (with `control.onChange`) makes it controlled. */
export function CasillaGrupo({ valores, valoresIniciales = [], ...grupo }: Props) {
  return <GrupoOpciones {...grupo} type="checkbox" marcadas={valores} inicial={valoresIniciales} />;
}

type PropsCasilla = Omit<ComponentProps<"input">, "type" | "id"> & {
  id: string;
  texto: ReactNode;
  detalle?: ReactNode;
  error?: string | undefined;
};

/** A single box: a declaration, a consent. */
export function Casilla({ error, ...caja }: PropsCasilla) {
  return (
    <div className={error ? "border-l-4 border-error pl-3" : undefined}>
      {error && <ErrorCampo id={caja.id}>{error}</ErrorCampo>}
      <CajaOpcion
        {...caja}
        type="checkbox"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${caja.id}-error` : undefined}
      />
    </div>
  );
}
