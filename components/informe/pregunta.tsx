"use client";
import { CampoLargo, CampoSiNo, type PropsVivo } from "@/components/formulario/campos";
import { useCampo } from "@/components/formulario/usar-campo";
import { TextoGuardado } from "./texto-guardado";

type Props = PropsVivo<boolean | null> & {
  /** The answer that makes the text due. */
  exige: boolean;
  texto: PropsVivo<string | null>;
};

/** A yes or no, and the text that one of the answers makes due: asked then and only then, kept always. */
export function Pregunta({ exige, texto, ...pregunta }: Props) {
  const respuesta = useCampo(pregunta.lugar, pregunta.valor).valor;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <CampoSiNo {...pregunta} />
      {respuesta === exige ? (
        <CampoLargo {...texto} bloqueado={pregunta.bloqueado ?? false} />
      ) : (
        <TextoGuardado lugar={texto.lugar} valor={texto.valor} etiqueta={texto.etiqueta} />
      )}
    </div>
  );
}
