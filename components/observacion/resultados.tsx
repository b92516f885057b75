import { EtiquetaResultado } from "@/components/revision/etiqueta-resultado";
import type { ResultadoPublicado } from "@/lib/flujo/vistaRevision";

/** What the reviewers found of each requirement and medio of the version they returned or decided on, and why. */
export function Resultados({ resultados }: { resultados: readonly ResultadoPublicado[] }) {
  return (
    <ul className="flex flex-col divide-y divide-borde">
      {resultados.map(({ id, nombre, resultado, razon }) => (
        <li key={id} className="flex flex-col gap-1 py-3">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <p className="min-w-0 flex-1 basis-72">{nombre}</p>
            <EtiquetaResultado resultado={resultado} />
          </div>
          {razon !== "" && <p className="whitespace-pre-line text-texto-suave">{razon}</p>}
        </li>
      ))}
    </ul>
  );
}
