import { clases } from "@/components/ui/clases";
import { Enlace } from "@/components/ui/enlace";
import { ID_SECCIONES, type IdSeccion, SECCIONES_REVISION, seccionDeRuta } from "@/lib/flujo/vistaRevision";

type Props = {
  envio: string;
  actual: IdSeccion;
  observaciones: readonly { readonly ruta: string; readonly estado: string }[];
  versiones: readonly { readonly id: string; readonly version: number }[];
};

const ENLACE = "inline-flex min-h-11 items-center gap-2 rounded-sm px-3 py-2";

/** The sections of the document and the other versions of the round, each with its own address. */
export function SeccionesDelDocumento({ envio, actual, observaciones, versiones }: Props) {
  const vivas = observaciones.filter(({ estado, ruta }) => estado !== "resuelta" && ruta !== "");
  const otras = versiones.filter(({ id }) => id !== envio);
  return (
    <div className="no-imprimir flex flex-col gap-2">
      <nav aria-label="Secciones del documento">
        <ul className="flex flex-wrap gap-1">
          {ID_SECCIONES.map((id) => {
            const cuantas = vivas.filter(({ ruta }) => seccionDeRuta(ruta) === id).length;
            return (
              <li key={id}>
                <Enlace
                  href={`/revision/${envio}?seccion=${id}`}
                  aria-current={id === actual ? "page" : undefined}
                  className={clases(
                    ENLACE,
                    id === actual
                      ? "bg-primario font-medium text-papel"
                      : "bg-papel text-primario underline underline-offset-4 hover:bg-tinte hover:text-primario-hover",
                  )}
                >
                  {SECCIONES_REVISION[id].titulo}
                  {cuantas > 0 && (
                    <span>
                      ({cuantas}
                      <span className="sr-only"> {cuantas === 1 ? "observación" : "observaciones"}</span>)
                    </span>
                  )}
                </Enlace>
              </li>
            );
          })}
        </ul>
      </nav>
      {otras.length > 0 && (
        <p className="text-texto-suave">
          Otras versiones de esta ronda:{" "}
          {otras.map(({ id, version }, i) => (
            <span key={id}>
              {i > 0 && ", "}
              <Enlace href={`/revision/${id}?seccion=${actual}`} className="enlace">
                versión {version}
              </Enlace>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
