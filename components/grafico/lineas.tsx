import type { ReactNode } from "react";
import { Icono } from "@/components/ui/iconos";

export type Linea = {
  readonly id: string;
  readonly nombre: string;
  /** Points in order; `x` and `y` from 0 to 1. */
  readonly puntos: readonly { readonly x: number; readonly y: number }[];
  /** Stroke, and pattern of dashes so that colour is never alone. */
  readonly clase: string;
  readonly trazo?: string;
};

export type Hito = { readonly x: number; readonly texto: string };

type Props = {
  readonly titulo: string;
  /** What it shows, in a sentence: it is what a screen reader says instead of the drawing. */
  readonly resumen: string;
  readonly lineas: readonly Linea[];
  readonly hitos: readonly Hito[];
  /** Words under the drawing, from left to right, and beside it, from top to bottom. */
  readonly ejeX: readonly string[];
  readonly ejeY: readonly string[];
  /** The same data as a table. */
  readonly tabla: ReactNode;
};

const ANCHO = 1000;
const ALTO = 300;

const camino = (puntos: Linea["puntos"]) =>
  puntos
    .map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${(x * ANCHO).toFixed(1)} ${((1 - y) * ALTO).toFixed(1)}`)
    .join("");

/** Lines over time with their limits, each with its own dashes, and the same data as a table one click away. */
export function GraficoLineas({ titulo, resumen, lineas, hitos, ejeX, ejeY, tabla }: Props) {
  return (
    <figure className="min-w-0 rounded-md border border-borde bg-papel p-4">
      <figcaption>
        <p className="font-titulo text-lg font-semibold text-titulo">{titulo}</p>
        <p className="text-texto-suave">{resumen}</p>
      </figcaption>
      <div aria-hidden="true" className="mt-3">
        <ul className="mb-2 flex flex-wrap gap-x-6 gap-y-1">
          {lineas.map(({ id, nombre, clase, trazo }) => (
            <li key={id} className="flex items-center gap-2">
              <svg width="36" height="8" focusable="false" aria-hidden="true">
                <line
                  x1="0"
                  y1="4"
                  x2="36"
                  y2="4"
                  strokeWidth="3"
                  strokeDasharray={trazo}
                  className={clase}
                />
              </svg>
              {nombre}
            </li>
          ))}
        </ul>
        <div className="grid grid-cols-[auto_1fr] gap-x-2">
          <div className="flex flex-col justify-between text-right text-sm text-texto-suave tabular-nums">
            {ejeY.map((texto) => (
              <span key={texto}>{texto}</span>
            ))}
          </div>
          <svg
            viewBox={`0 0 ${ANCHO} ${ALTO}`}
            preserveAspectRatio="none"
            width="100%"
            height="220"
            focusable="false"
            aria-hidden="true"
            className="block rounded-sm bg-fondo"
          >
            {[0.25, 0.5, 0.75].map((y) => (
              <line
                key={y}
                x1="0"
                x2={ANCHO}
                y1={y * ALTO}
                y2={y * ALTO}
                vectorEffect="non-scaling-stroke"
                className="stroke-borde"
              />
            ))}
            {hitos.map(({ x, texto }) => (
              <line
                key={texto}
                x1={x * ANCHO}
                x2={x * ANCHO}
                y1="0"
                y2={ALTO}
                strokeWidth="2"
                strokeDasharray="2 4"
                vectorEffect="non-scaling-stroke"
                className="stroke-error"
              />
            ))}
            {lineas.map(({ id, puntos, clase, trazo }) => (
              <path
                key={id}
                d={camino(puntos)}
                fill="none"
                strokeWidth="3"
                strokeDasharray={trazo}
                vectorEffect="non-scaling-stroke"
                className={clase}
              />
            ))}
          </svg>
          <div className="col-start-2 flex min-w-0 flex-wrap justify-between gap-x-2 text-sm text-texto-suave tabular-nums">
            {ejeX.map((texto) => (
              <span key={texto}>{texto}</span>
            ))}
          </div>
        </div>
        <ul className="mt-2 flex flex-wrap gap-x-6 text-sm text-texto-suave">
          {hitos.map(({ texto }) => (
            <li key={texto} className="flex items-center gap-2">
              <svg width="12" height="14" focusable="false" aria-hidden="true">
                <line
                  x1="6"
                  x2="6"
                  y1="0"
                  y2="14"
                  strokeWidth="2"
                  strokeDasharray="2 3"
                  className="stroke-error"
                />
              </svg>
              {texto}
            </li>
          ))}
        </ul>
      </div>
      <details className="group mt-2">
        <summary className="inline-flex min-h-11 items-center gap-2 rounded-sm text-primario hover:text-primario-hover">
          <span className="underline underline-offset-4">Ver los datos en una tabla</span>
          <Icono nombre="abajo" className="transition-transform group-open:rotate-180" />
        </summary>
        {tabla}
      </details>
    </figure>
  );
}
