import { Enlace } from "./enlace";
import { Icono } from "./iconos";

export type Miga = { texto: string; href?: string };

/** Where this page hangs. The last one is the page itself. */
export function Migas({ migas }: { migas: readonly Miga[] }) {
  return (
    <nav aria-label="Ubicación" className="no-imprimir">
      <ol className="flex flex-wrap items-center gap-x-1">
        {migas.map((miga, indice) => {
          const ultima = indice === migas.length - 1;
          return (
            <li key={`${miga.href} ${miga.texto}`} className="flex min-w-0 items-center gap-1">
              {indice > 0 && <Icono nombre="derecha" className="text-texto-suave" />}
              {miga.href && !ultima ? (
                <Enlace href={miga.href} className="enlace inline-flex min-h-11 items-center">
                  {miga.texto}
                </Enlace>
              ) : (
                <span aria-current={ultima ? "page" : undefined} className="text-texto-suave">
                  {miga.texto}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
