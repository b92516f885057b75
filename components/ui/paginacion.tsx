import { clases } from "./clases";
import { Enlace } from "./enlace";
import { Icono } from "./iconos";

type Props = {
  pagina: number;
  paginas: number;
  hrefDe: (pagina: number) => string;
  /** «1 a 20 de 240 instituciones». */
  resumen?: string;
};

/** Pages to show: the ends, the current one and its neighbours; 0 stands for a gap. */
export function paginasVisibles(pagina: number, paginas: number): number[] {
  const vistas = [...new Set([1, pagina - 1, pagina, pagina + 1, paginas])]
    .filter((n) => n >= 1 && n <= paginas)
    .sort((a, b) => a - b);
  return vistas.flatMap((n, i) => {
    const anterior = vistas[i - 1] ?? 0;
    if (n - anterior === 2) return [n - 1, n];
    return n - anterior > 2 ? [0, n] : [n];
  });
}

/** Links to the pages of a long list. */
export function Paginacion({ pagina, paginas, hrefDe, resumen }: Props) {
  const paso = "inline-flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-sm px-2";
  const enlace = clases(
    paso,
    "text-primario underline underline-offset-4 hover:bg-tinte hover:text-primario-hover",
  );
  return (
    <nav
      aria-label="Páginas"
      className="no-imprimir flex flex-wrap items-center justify-between gap-x-6 gap-y-2"
    >
      {resumen && <p className="text-texto-suave tabular-nums">{resumen}</p>}
      {paginas > 1 && (
        <ul className="flex flex-wrap items-center gap-1">
          {pagina > 1 && (
            <li>
              <Enlace href={hrefDe(pagina - 1)} rel="prev" className={enlace}>
                <Icono nombre="izquierda" />
                Anterior
              </Enlace>
            </li>
          )}
          {paginasVisibles(pagina, paginas).map((n, i) => (
            <li key={n || `salto-${i}`} className="tabular-nums">
              {n === 0 ? (
                <span className={clases(paso, "text-texto-suave")}>…</span>
              ) : (
                <Enlace
                  href={hrefDe(n)}
                  aria-label={`Página ${n}`}
                  aria-current={n === pagina ? "page" : undefined}
                  className={n === pagina ? clases(paso, "bg-primario font-medium text-papel") : enlace}
                >
                  {n}
                </Enlace>
              )}
            </li>
          ))}
          {pagina < paginas && (
            <li>
              <Enlace href={hrefDe(pagina + 1)} rel="next" className={enlace}>
                Siguiente
                <Icono nombre="derecha" />
              </Enlace>
            </li>
          )}
        </ul>
      )}
    </nav>
  );
}
