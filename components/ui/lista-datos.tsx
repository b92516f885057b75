import type { ReactNode } from "react";

export type Dato = { clave: string; valor: ReactNode; accion?: ReactNode };

/** Names and values: what was answered, what will be sent. An absent value says so. */
export function ListaDatos({ datos }: { datos: readonly Dato[] }) {
  return (
    <dl className="divide-y divide-borde">
      {datos.map((dato) => (
        <div key={dato.clave} className="flex flex-col gap-x-4 py-3 sm:flex-row">
          <dt className="font-medium sm:w-1/3 sm:shrink-0">{dato.clave}</dt>
          <dd className="min-w-0 flex-1 whitespace-pre-line">
            {dato.valor ?? <span className="text-texto-suave">Sin informar</span>}
          </dd>
          {dato.accion && <dd className="no-imprimir">{dato.accion}</dd>}
        </div>
      ))}
    </dl>
  );
}
