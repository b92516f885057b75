import type { ReactNode } from "react";

export type Tramo = { readonly valor: number; readonly clase: string };

type Props = { readonly tramos: readonly Tramo[]; readonly total: number };

/**
 * One bar cut in parts, for a cell beside the figures it draws: the figures say it, the bar only lets the eye compare.
 * `clase` is the fill of each part.
 */
export function BarraApilada({ tramos, total }: Props): ReactNode {
  const tope = Math.max(total, 1);
  let desde = 0;
  return (
    <svg width="100%" height="14" aria-hidden="true" focusable="false" className="block min-w-24">
      <rect width="100%" height="14" rx="2" className="fill-neutro-suave" />
      {tramos.map(({ valor, clase }) => {
        const x = (desde / tope) * 100;
        desde += valor;
        return (
          valor > 0 && (
            <rect
              key={clase}
              x={`${x}%`}
              width={`${(valor / tope) * 100}%`}
              height="14"
              className={`relleno-forzado ${clase}`}
            />
          )
        );
      })}
    </svg>
  );
}
