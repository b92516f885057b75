import type { ReactNode } from "react";
import { Diferencias } from "@/components/ui/diferencias";
import { Etiqueta } from "@/components/ui/etiqueta";
import { describirContenido } from "./describir";

type Props = {
  id: string;
  nombre: string;
  componente: string;
  decision: "mantiene" | "modifica" | null;
  original: unknown;
  /** The new content as kept, when it is modified. */
  nuevo: unknown;
  /** Buttons of the decision; nothing for who only reads. */
  acciones?: ReactNode;
  /** Editor of the new content; without one the content is only shown. */
  editor?: ReactNode;
  justificacion?: ReactNode;
  faltas?: ReactNode;
  /** What was observed in it as a whole. */
  observado?: ReactNode;
  /** How a content is read, when its component alone does not say (an objective is its code and its text). */
  describir?: (contenido: unknown) => string;
};

const ESTADO = {
  mantiene: { texto: "Se mantiene", tono: "exito" },
  modifica: { texto: "Se modifica", tono: "info" },
  pendiente: { texto: "Falta decidir", tono: "advertencia" },
} as const;

/** One component of the plan: 2024 beside 2025, the decision, and why. */
export function TarjetaComponente(props: Props) {
  const { id, nombre, componente, decision, original, nuevo, acciones, editor, justificacion, faltas } =
    props;
  // The link to the objective needs no decision: without one it is kept.
  const vista = decision ?? (componente === "objetivoEspecifico" ? "mantiene" : "pendiente");
  const estado = ESTADO[vista];
  const describir = props.describir ?? ((contenido: unknown) => describirContenido(componente, contenido));
  const antes = describir(original);
  const despues = describir(nuevo);
  return (
    <section
      id={id}
      aria-labelledby={`${id}-titulo`}
      className="min-w-0 rounded-md border border-borde bg-papel print:break-inside-avoid"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
        <h2 id={`${id}-titulo`} className="min-w-0 flex-1 basis-60 text-lg">
          {nombre}
        </h2>
        {/* Who decides sees it in the buttons; on paper they are not there. */}
        <span className={acciones && vista !== "pendiente" ? "hidden print:inline" : undefined}>
          <Etiqueta tono={estado.tono}>{estado.texto}</Etiqueta>
        </span>
        {acciones}
        {props.observado}
      </div>
      {decision === "modifica" ? (
        <div className="flex flex-col gap-6 border-t border-borde px-4 py-4 sm:px-6">
          <div className="grid gap-6 lg:grid-cols-2">
            <div className="min-w-0">
              <h3 className="text-base">Plan 2024</h3>
              <TextoPlan texto={antes} />
            </div>
            <div className="min-w-0">{editor ?? <Lectura texto={despues} />}</div>
          </div>
          {antes !== despues && despues !== "" && (
            <div className="rounded-md bg-fondo px-4 py-3">
              <h3 className="text-base">Qué cambia</h3>
              <div className="mt-1">
                <Diferencias antes={antes} despues={despues} />
              </div>
            </div>
          )}
          {justificacion && (
            <div className="border-t border-borde pt-4">
              <h3 className="mb-3 text-lg">Justificación del cambio</h3>
              {justificacion}
            </div>
          )}
          {faltas}
        </div>
      ) : (
        <div className="border-t border-borde px-4 py-4 sm:px-6">
          <p className="text-sm text-texto-suave">
            {decision === "mantiene" ? "Plan 2024 y 2025" : "Plan 2024"}
          </p>
          <TextoPlan texto={antes} />
          {faltas && <div className="mt-3">{faltas}</div>}
        </div>
      )}
    </section>
  );
}

function Lectura({ texto }: { texto: string }) {
  return (
    <>
      <h3 className="text-base">Plan 2025</h3>
      <TextoPlan texto={texto} />
    </>
  );
}

/** A text of the plan as written; what is empty says so. */
export function TextoPlan({ texto }: { texto: string }) {
  if (texto === "") return <p className="mt-1 text-texto-suave">(sin contenido)</p>;
  return <p className="mt-1 max-w-lectura whitespace-pre-wrap break-words">{texto}</p>;
}
