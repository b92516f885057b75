import type { ReactNode } from "react";
import { clases } from "./clases";
import { Icono } from "./iconos";

/** What the guide says about a field, word for word, and where. */
export type CitaGuia = { texto: ReactNode; seccion: string };

/** What every field shows around its control. */
export type PropsCampo = {
  id: string;
  etiqueta: ReactNode;
  ayuda?: ReactNode;
  error?: string | undefined;
  guia?: CitaGuia | undefined;
  opcional?: boolean;
  /** A quiet control at the end of the label's line. */
  junto?: ReactNode;
  /** The label is read but not seen: only where a heading or a column already says it. */
  etiquetaOculta?: boolean;
};

/** Ids of the help and error of a field, for aria-describedby. */
export function descripcionDe({ id, ayuda, error }: Pick<PropsCampo, "id" | "ayuda" | "error">) {
  return clases(Boolean(ayuda) && `${id}-ayuda`, Boolean(error) && `${id}-error`) || undefined;
}

/** Attributes that tie a control to its Campo. */
export function atributosDe(campo: PropsCampo) {
  return {
    id: campo.id,
    "aria-describedby": descripcionDe(campo),
    "aria-invalid": campo.error ? (true as const) : undefined,
  };
}

/** Splits the props of a field from those of its native control. */
export function separarCampo<P extends PropsCampo>(props: P): [PropsCampo, Omit<P, keyof PropsCampo>] {
  const { id, etiqueta, ayuda, error, guia, opcional, junto, etiquetaOculta, ...control } = props;
  return [
    {
      id,
      etiqueta,
      ayuda,
      error,
      guia,
      opcional: opcional ?? false,
      junto,
      etiquetaOculta: etiquetaOculta ?? false,
    },
    control,
  ];
}

/** «Qué dice la guía»: the guide's sentence one click away. */
export function Guia({ texto, seccion }: CitaGuia) {
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 items-center gap-2 rounded-sm text-primario hover:text-primario-hover">
        <Icono nombre="libro" />
        <span className="underline underline-offset-4">Qué dice la guía</span>
        <Icono nombre="abajo" className="transition-transform group-open:rotate-180" />
      </summary>
      <blockquote className="mb-2 max-w-lectura border-l-4 border-primario bg-tinte px-4 py-3 text-texto">
        <div className="whitespace-pre-line">{texto}</div>
        <footer className="mt-2 text-sm text-texto-suave">Guía metodológica, {seccion}</footer>
      </blockquote>
    </details>
  );
}

/** The message of a field, announced with the word «Error». */
export function ErrorCampo({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="mt-1 flex items-start gap-2 font-medium text-error">
      <Icono nombre="error" className="mt-[0.15em]" />
      <span>
        <span className="sr-only">Error: </span>
        {children}
      </span>
    </p>
  );
}

type Props = PropsCampo & { children: ReactNode; pie?: ReactNode; className?: string };

/** Label, help, control, error and the guide's citation, in reading order. */
export function Campo({
  id,
  etiqueta,
  ayuda,
  error,
  guia,
  opcional,
  junto,
  etiquetaOculta,
  children,
  pie,
  className,
}: Props) {
  return (
    <div className={clases("min-w-0", Boolean(error) && "border-l-4 border-error pl-3", className)}>
      <div className={junto ? "flex items-start justify-between gap-2" : undefined}>
        <label htmlFor={id} className={etiquetaOculta ? "sr-only" : "block min-w-0 font-medium text-texto"}>
          {etiqueta}
          {opcional && <span className="font-normal text-texto-suave"> (opcional)</span>}
        </label>
        {junto}
      </div>
      {ayuda && (
        <div id={`${id}-ayuda`} className="max-w-lectura text-texto-suave">
          {ayuda}
        </div>
      )}
      {error && <ErrorCampo id={id}>{error}</ErrorCampo>}
      <div className={etiquetaOculta && !ayuda && !error ? undefined : "mt-2"}>{children}</div>
      {(guia || pie) && (
        <div className="flex flex-wrap items-start justify-between gap-x-4">
          {guia ? <Guia {...guia} /> : <span />}
          {pie}
        </div>
      )}
    </div>
  );
}
