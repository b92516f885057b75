import { clases } from "@/components/ui/clases";
import { Enlace } from "@/components/ui/enlace";
import {
  ID_SECCIONES,
  type IdSeccion,
  SECCIONES_REVISION,
  seccionDeRuta,
  type VersionVista,
} from "@/lib/flujo/vistaRevision";

type Props = {
  envio: string;
  actual: IdSeccion;
  observaciones: readonly { readonly ruta: string; readonly estado: string }[];
  versiones: readonly VersionVista[];
};

const ENLACE = "inline-flex min-h-11 items-center gap-2 rounded-sm px-3 py-2";

/** The sections of the document and the other versions of the year, each with its own address. */
export function SeccionesDelDocumento({ envio, actual, observaciones, versiones }: Props) {
  const vivas = observaciones.filter(({ estado, ruta }) => estado !== "resuelta" && ruta !== "");
  const otras = versiones.filter(({ id }) => id !== envio);
  const deEsta = otras.filter(({ deEstaRonda }) => deEstaRonda);
  const deOtras = otras.filter(({ deEstaRonda }) => !deEstaRonda);
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
      {deEsta.length > 0 && (
        <Versiones titulo="Otras versiones de esta ronda" versiones={deEsta} actual={actual} />
      )}
      {deOtras.length > 0 && (
        <Versiones titulo="Otras versiones, de otras rondas" versiones={deOtras} actual={actual} conRonda />
      )}
    </div>
  );
}

type DeVersiones = Pick<Props, "actual" | "versiones"> & { titulo: string; conRonda?: boolean };

function Versiones({ titulo, versiones, actual, conRonda = false }: DeVersiones) {
  return (
    <p className="text-texto-suave">
      {titulo}:{" "}
      {versiones.map(({ id, version, ronda }, i) => (
        <span key={id}>
          {i > 0 && ", "}
          <Enlace href={`/revision/${id}?seccion=${actual}`} className="enlace">
            versión {version}
            {conRonda && ` (ronda ${ronda})`}
          </Enlace>
        </span>
      ))}
    </p>
  );
}
