import { diffWordsWithSpace } from "diff";
import { Fragment } from "react";
import { clases } from "./clases";

type Props = { antes: string; despues: string };

const MARCA = {
  quita: "mr-1 bg-error-suave text-error line-through decoration-2",
  agrega: "bg-exito-suave font-medium text-exito underline decoration-2 underline-offset-4",
};

/**
 * What changed in a text, word by word. Meant for the server: in the browser it would bring the comparing library.
 * Deleted and added words differ by stroke and by hidden words, not by colour alone.
 */
export function Diferencias({ antes, despues }: Props) {
  // By language, not by code unit: «1.234,5» stays whole and so does an emoji.
  const tramos = diffWordsWithSpace(antes, despues, { intlSegmenter: SEGMENTADOR });
  let posicion = 0;
  return (
    <p className="max-w-lectura whitespace-pre-wrap">
      {tramos.map((tramo) => {
        posicion += tramo.value.length + 1;
        if (!tramo.removed && !tramo.added) return <Fragment key={posicion}>{tramo.value}</Fragment>;
        return <Tramo key={posicion} texto={tramo.value} quita={tramo.removed} />;
      })}
    </p>
  );
}

const SEGMENTADOR = new Intl.Segmenter("es-CL", { granularity: "word" });

/** The mark hugs the words: the blank at its ends stays outside. */
function Tramo({ texto, quita }: { texto: string; quita: boolean }) {
  const [, antes = "", palabras = "", despues = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(texto) ?? [];
  const Marca = quita ? "del" : "ins";
  return (
    <>
      {antes}
      <Marca className={clases("rounded-sm box-decoration-clone", quita ? MARCA.quita : MARCA.agrega)}>
        <span className="sr-only">{quita ? " [se quita: " : " [se agrega: "}</span>
        {palabras}
        <span className="sr-only">] </span>
      </Marca>
      {despues}
    </>
  );
}
