import type { ReactNode } from "react";

type Props = { titulo?: ReactNode; nivel?: 2 | 3; id?: string; acciones?: ReactNode; children: ReactNode };

/** A sheet of paper on the page: groups what belongs together. */
export function Tarjeta({ titulo, nivel = 2, id, acciones, children }: Props) {
  const Titulo = nivel === 2 ? "h2" : "h3";
  return (
    <section
      id={id}
      className="min-w-0 rounded-md border border-borde bg-papel p-4 sm:p-6 print:border-0 print:p-0"
    >
      {(titulo || acciones) && (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          {titulo && <Titulo className="text-xl">{titulo}</Titulo>}
          {acciones && <div className="no-imprimir flex flex-wrap gap-3">{acciones}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
