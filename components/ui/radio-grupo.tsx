import { GrupoOpciones, type PropsGrupo } from "./grupo-opciones";

type Props = PropsGrupo & { valor?: string; valorInicial?: string };

/** One of a few. `valor` (with `control.onChange`) makes it controlled; `valorInicial` leaves it to the form. */
export function RadioGrupo({ valor, valorInicial, ...grupo }: Props) {
  return (
    <GrupoOpciones
      {...grupo}
      type="radio"
      marcadas={valor === undefined ? undefined : [valor]}
      inicial={valorInicial === undefined ? [] : [valorInicial]}
    />
  );
}
