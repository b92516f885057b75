import { Diferencias } from "@/components/ui/diferencias";
import { Enlace } from "@/components/ui/enlace";
import type { CambioVisto } from "@/lib/flujo/vistaRevision";

type Props = {
  cambios: { readonly desde: number; readonly campos: readonly CambioVisto[]; readonly total: number };
  hrefDeRuta: (ruta: string) => string;
};

/** What changed since the version before, field by field. */
export function Cambios({ cambios: { desde, campos, total }, hrefDeRuta }: Props) {
  if (total === 0) return <p>Nada cambió respecto de la versión {desde}.</p>;
  return (
    <div className="flex flex-col gap-3">
      <p>
        {total === 1 ? "1 campo cambió" : `${total.toLocaleString("es-CL")} campos cambiaron`} respecto de la
        versión {desde}.
      </p>
      <ul className="flex flex-col gap-3">
        {campos.map(({ ruta, lugar, antes, despues }) => (
          <li key={ruta} className="border-l-4 border-borde pl-3">
            <Enlace href={hrefDeRuta(ruta)} className="enlace">
              {lugar}
            </Enlace>
            <Diferencias antes={antes} despues={despues} />
          </li>
        ))}
      </ul>
      {total > campos.length && <p>Y {(total - campos.length).toLocaleString("es-CL")} más como estos.</p>}
    </div>
  );
}
