import type { ReactNode } from "react";

type Props = { titulo: ReactNode; antetitulo?: ReactNode; bajada?: ReactNode; acciones?: ReactNode };

/** Title of a page, with its actions. One per page. */
export function Encabezado({ titulo, antetitulo, bajada, acciones }: Props) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        {antetitulo && <p className="text-texto-suave">{antetitulo}</p>}
        <h1 className="text-2xl sm:text-3xl">{titulo}</h1>
        {bajada && <div className="mt-2 max-w-lectura text-lg text-texto-suave">{bajada}</div>}
      </div>
      {acciones && <div className="no-imprimir flex flex-wrap gap-3">{acciones}</div>}
    </header>
  );
}
