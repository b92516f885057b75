import { diffWordsWithSpace } from "diff";

type Props = { antes: string; despues: string };

/**
 * What changed in a text, word by word. Meant for the server: in the browser it would bring the comparing library.
 * Deleted and added words differ by stroke and by hidden words, not by colour alone.
 */
export function Diferencias({ antes, despues }: Props) {
  // Code units would split an emoji; the segmenter also keeps «n.º» or «1.234,5» whole.
  const tramos = diffWordsWithSpace(antes, despues, { intlSegmenter: SEGMENTADOR });
  let posicion = 0;
  return (
    <p className="max-w-lectura whitespace-pre-wrap">
      {tramos.map((tramo) => {
        const clave = posicion;
        posicion += tramo.value.length + 1;
        if (tramo.removed) {
          return (
            <del key={clave} className="rounded-sm bg-error-suave text-error line-through decoration-2">
              <span className="sr-only"> [se quita: </span>
              {tramo.value}
              <span className="sr-only">] </span>
            </del>
          );
        }
        if (tramo.added) {
          return (
            <ins
              key={clave}
              className="rounded-sm bg-exito-suave font-medium text-exito underline decoration-2 underline-offset-4"
            >
              <span className="sr-only"> [se agrega: </span>
              {tramo.value}
              <span className="sr-only">] </span>
            </ins>
          );
        }
        return tramo.value;
      })}
    </p>
  );
}

const SEGMENTADOR = new Intl.Segmenter("es-CL", { granularity: "word" });
