import { Diferencias } from "@/components/ui/diferencias";
import { Enlace } from "@/components/ui/enlace";
import { Paginacion } from "@/components/ui/paginacion";
import type { CambiosVistos } from "@/lib/flujo/vistaRevision";

type Props = {
  cambios: CambiosVistos;
  hrefDeRuta: (ruta: string) => string;
  hrefDePagina: (pagina: number) => string;
};

/** What changed since the version before, field by field; many of them, by pages. */
export function Cambios({ cambios, hrefDeRuta, hrefDePagina }: Props) {
  const { desde, campos, total, pagina, paginas } = cambios;
  const anterior = (
    <>
      {desde.ronda === null ? "respecto de la " : `desde la ronda ${desde.ronda}, `}
      <Enlace href={`/revision/${desde.id}`} className="enlace">
        versión {desde.version}
      </Enlace>
    </>
  );
  if (total === 0) return <p>Nada cambió {anterior}.</p>;
  return (
    <div className="flex flex-col gap-3">
      <p>
        {total === 1 ? "1 campo cambió" : `${total.toLocaleString("es-CL")} campos cambiaron`} {anterior}.
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
      {paginas > 1 && <Paginacion pagina={pagina} paginas={paginas} hrefDe={hrefDePagina} />}
    </div>
  );
}
