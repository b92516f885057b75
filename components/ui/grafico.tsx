import { Icono } from "./iconos";
import { Tabla } from "./tabla";

export type DatoGrafico = {
  etiqueta: string;
  valor: number /** As read: «82 %»; by default the number in es-CL. */;
  texto?: string;
};

type Props = {
  titulo: string;
  /** What it shows, in a sentence: it is what a screen reader says instead of the drawing. */
  resumen: string;
  datos: readonly DatoGrafico[];
  /** Headings of its table. */
  columnas: { etiqueta: string; valor: string };
  /** Full width of the scale; by default the largest value. */
  maximo?: number;
};

const NUMERO = new Intl.NumberFormat("es-CL", { useGrouping: "always", maximumFractionDigits: 2 });

/** Horizontal bars, each with its name and figure written, and the same data as a table one click away. */
export function Grafico({ titulo, resumen, datos, columnas, maximo }: Props) {
  const tope = Math.max(maximo ?? 0, ...datos.map((dato) => dato.valor), 1);
  const filas = datos.map((dato) => ({ ...dato, texto: dato.texto ?? NUMERO.format(dato.valor) }));
  return (
    <figure className="rounded-md border border-borde bg-papel p-4">
      <figcaption>
        <p className="font-titulo text-lg font-semibold text-titulo">{titulo}</p>
        <p className="text-texto-suave">{resumen}</p>
      </figcaption>
      <div
        aria-hidden="true"
        className="mt-3 grid grid-cols-[1fr_auto] gap-x-3 gap-y-2 sm:grid-cols-[fit-content(16rem)_1fr_auto]"
      >
        {filas.map((dato) => (
          <div key={dato.etiqueta} className="col-span-full grid grid-cols-subgrid items-center">
            <span className="min-w-0 max-sm:col-span-full">{dato.etiqueta}</span>
            {/* Width as an attribute: the security policy allows no inline styles. */}
            <svg width="100%" height="20" aria-hidden="true" focusable="false" className="block">
              <rect width="100%" height="20" rx="2" className="fill-neutro-suave" />
              <rect
                width={`${Math.max(0, (dato.valor / tope) * 100)}%`}
                height="20"
                rx="2"
                className="relleno-forzado fill-primario"
              />
            </svg>
            <span className="text-right font-medium tabular-nums">{dato.texto}</span>
          </div>
        ))}
      </div>
      <details className="group mt-2">
        <summary className="inline-flex min-h-11 items-center gap-2 rounded-sm text-primario hover:text-primario-hover">
          <span className="underline underline-offset-4">Ver los datos en una tabla</span>
          <Icono nombre="abajo" className="transition-transform group-open:rotate-180" />
        </summary>
        <Tabla
          titulo={titulo}
          tituloOculto
          clave={(dato) => dato.etiqueta}
          filas={filas}
          columnas={[
            { id: "etiqueta", titulo: columnas.etiqueta, celda: (dato) => dato.etiqueta, encabezaFila: true },
            { id: "valor", titulo: columnas.valor, celda: (dato) => dato.texto, alinear: "derecha" },
          ]}
        />
      </details>
    </figure>
  );
}
