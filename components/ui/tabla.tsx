import type { Key, ReactNode } from "react";
import { clases } from "./clases";
import { Enlace } from "./enlace";
import { Icono } from "./iconos";
import { ROL } from "./roles";

export type Orden = "asc" | "desc";

export type Columna<F> = {
  id: string;
  titulo: string;
  celda: (fila: F) => ReactNode;
  alinear?: "izquierda" | "derecha";
  /** Names the row: rendered as its header. One per table. */
  encabezaFila?: boolean;
  /** Where the heading leads to sort by it, and how it is sorted now. */
  orden?: { href: string; actual?: Orden | undefined };
  ancho?: string;
};

type Props<F> = {
  titulo: ReactNode;
  tituloOculto?: boolean;
  columnas: readonly Columna<F>[];
  filas: readonly F[];
  clave: (fila: F) => Key;
  /** Shown instead of the rows when there are none: say what to do. */
  vacia?: ReactNode;
  pie?: ReactNode;
};

/**
 * A table that turns into cards under 640 px.
 */
export function Tabla<F>({ titulo, tituloOculto, columnas, filas, clave, vacia, pie }: Props<F>) {
  const ordenable = columnas.some((columna) => columna.orden);
  return (
    <div className="sm:overflow-hidden sm:rounded-md sm:border sm:border-borde sm:bg-papel">
      <table {...ROL.table} className="block w-full border-collapse sm:table">
        <caption
          className={
            tituloOculto
              ? "sr-only"
              : "block py-3 text-left font-titulo text-lg font-semibold text-titulo sm:table-caption sm:px-4"
          }
        >
          {titulo}
        </caption>
        <thead
          {...ROL.rowgroup}
          className={clases("sm:table-header-group", ordenable ? "block" : "sr-only sm:not-sr-only")}
        >
          <tr
            {...ROL.row}
            className={clases(
              "sm:table-row sm:border-b-2 sm:border-borde",
              ordenable && "flex flex-wrap gap-x-4",
            )}
          >
            {columnas.map((columna) => (
              <Encabezado key={columna.id} columna={columna} />
            ))}
          </tr>
        </thead>
        <tbody {...ROL.rowgroup} className="block sm:table-row-group">
          {filas.map((fila) => (
            <tr
              {...ROL.row}
              key={clave(fila)}
              className="mb-3 block rounded-md border border-borde bg-papel px-4 py-2 sm:mb-0 sm:table-row sm:rounded-none sm:border-x-0 sm:border-t-0 sm:last:border-b-0 sm:hover:bg-tinte"
            >
              {columnas.map((columna) => (
                <Celda key={columna.id} columna={columna} fila={fila} />
              ))}
            </tr>
          ))}
        </tbody>
        {pie && <tfoot className="block sm:table-footer-group">{pie}</tfoot>}
      </table>
      {filas.length === 0 && vacia && <div className="p-4">{vacia}</div>}
    </div>
  );
}

const ALINEAR = { izquierda: "sm:text-left", derecha: "sm:text-right tabular-nums" };
const ORDEN_ARIA = { asc: "ascending", desc: "descending" } as const;

function Encabezado<F>({ columna }: { columna: Columna<F> }) {
  const { orden, titulo, alinear = "izquierda", ancho } = columna;
  return (
    <th
      scope="col"
      {...ROL.columnheader}
      aria-sort={orden?.actual && ORDEN_ARIA[orden.actual]}
      className={clases(
        "px-0 text-left align-baseline font-medium text-texto sm:table-cell sm:px-4",
        orden ? "block" : "sr-only py-3 sm:not-sr-only sm:px-4 sm:py-3",
        ALINEAR[alinear],
        ancho,
      )}
    >
      {orden ? (
        <Enlace
          href={orden.href}
          scroll={false}
          className="inline-flex min-h-11 items-center gap-1 rounded-sm text-primario hover:text-primario-hover hover:underline"
        >
          <span className="sr-only">Ordenar por </span>
          {titulo}
          <Icono
            nombre={orden.actual ? "abajo" : "ordenar"}
            className={orden.actual === "asc" ? "rotate-180" : undefined}
          />
        </Enlace>
      ) : (
        titulo
      )}
    </th>
  );
}

function Celda<F>({ columna, fila }: { columna: Columna<F>; fila: F }) {
  const { alinear = "izquierda", encabezaFila, titulo } = columna;
  const clase = clases(
    "block min-w-0 py-1 text-left align-baseline sm:table-cell sm:px-4 sm:py-2",
    ALINEAR[alinear],
  );
  if (encabezaFila) {
    return (
      <th scope="row" {...ROL.rowheader} className={clases(clase, "font-medium text-texto")}>
        {columna.celda(fila)}
      </th>
    );
  }
  return (
    <td {...ROL.cell} className={clase}>
      <span aria-hidden="true" className="mr-2 text-texto-suave sm:hidden">
        {titulo}:
      </span>
      {columna.celda(fila)}
    </td>
  );
}
