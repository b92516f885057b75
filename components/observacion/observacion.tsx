import type { ReactNode } from "react";
import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { textoInstante } from "@/components/ui/instante";
import {
  ESTADOS_OBSERVACION,
  type EstadoObservacion,
  GESTOS,
  type GestoObservacion,
} from "@/lib/flujo/observacion";

type Mensaje = {
  readonly gesto: GestoObservacion;
  readonly quien: string;
  readonly texto: string;
  readonly en: Date;
};

type Props = {
  id: string;
  nombre: string;
  href: string;
  version: number;
  archivo: string | null;
  pagina: number | null;
  estado: EstadoObservacion;
  pendiente: boolean;
  hilo: readonly Mensaje[];
  /** What the person may do now. */
  children?: ReactNode;
};

/** An observation with its thread: what it is about, how it stands, who said what, and what can be done. */
export function Observacion({
  id,
  nombre,
  href,
  version,
  archivo,
  pagina,
  estado,
  pendiente,
  hilo,
  children,
}: Props) {
  const { nombre: comoEsta, tono } = ESTADOS_OBSERVACION[estado];
  const respondida = estado === "abierta" && !pendiente && hilo.some(({ gesto }) => gesto === "responde");
  return (
    <article
      id={`observacion-${id}`}
      aria-labelledby={`titulo-${id}`}
      className="flex scroll-mt-6 flex-col gap-3 py-4"
    >
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h4 id={`titulo-${id}`} className="min-w-0 text-lg font-medium break-words">
          <Enlace href={href} className="enlace">
            {nombre}
          </Enlace>
        </h4>
        <Etiqueta tono={tono}>{respondida ? "Respondida: espera a la Red" : comoEsta}</Etiqueta>
      </div>
      <p className="text-sm text-texto-suave">
        Observada en la versión {version}
        {archivo && `, en el archivo «${archivo}»${pagina === null ? "" : `, página ${pagina}`}`}
      </p>
      <ol className="flex flex-col gap-3">
        {hilo.map(({ gesto, quien, texto, en }, i) => (
          <li
            key={i}
            className={`borde-forzado rounded-md border-l-4 px-4 py-2 ${
              GESTOS[gesto].de === "red" ? "border-primario bg-tinte" : "border-borde-control bg-fondo"
            }`}
          >
            <p className="text-sm text-texto-suave">
              <strong className="font-medium text-texto">{quien}</strong> · {GESTOS[gesto].nombre} ·{" "}
              <time dateTime={en.toISOString()}>{textoInstante(en)}</time>
            </p>
            {texto !== "" && <p className="whitespace-pre-wrap break-words">{texto}</p>}
          </li>
        ))}
      </ol>
      {children}
    </article>
  );
}
