import type { ComponentProps, ReactNode } from "react";
import { descripcionDe, ErrorCampo, Guia, type PropsCampo } from "./campo";
import { clases } from "./clases";

/** One choice of a group; `detalle` explains it below its name (the guide's own words, for instance). */
export type OpcionGrupo = { valor: string; texto: ReactNode; detalle?: ReactNode; bloqueada?: boolean };

type Native = Omit<
  ComponentProps<"input">,
  "type" | "id" | "value" | "defaultValue" | "defaultChecked" | "checked" | "name"
>;

export type PropsGrupo = PropsCampo & {
  name: string;
  opciones: readonly OpcionGrupo[];
  /** Side by side when they are few and short. */
  enLinea?: boolean;
  control?: Native;
};

type PropsInterno = PropsGrupo & {
  type: "checkbox" | "radio";
  marcadas: readonly string[] | undefined;
  inicial: readonly string[];
};

/** A fieldset of native boxes: base of RadioGrupo and CasillaGrupo. */
export function GrupoOpciones(props: PropsInterno) {
  const {
    id,
    etiqueta,
    ayuda,
    error,
    guia,
    opcional,
    junto,
    etiquetaOculta,
    name,
    opciones,
    enLinea,
    control,
  } = props;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={descripcionDe(props)}
      className={clases("relative min-w-0", Boolean(error) && "border-l-4 border-error pl-3")}
    >
      {/* The legend leaves room: what stands beside it cannot be inside. */}
      <legend
        className={clases(etiquetaOculta ? "sr-only" : "font-medium text-texto", Boolean(junto) && "pr-16")}
      >
        {etiqueta}
        {opcional && <span className="font-normal text-texto-suave"> (opcional)</span>}
      </legend>
      {junto && <div className="absolute top-0 right-0">{junto}</div>}
      {ayuda && (
        <div id={`${id}-ayuda`} className="max-w-lectura text-texto-suave">
          {ayuda}
        </div>
      )}
      {error && <ErrorCampo id={id}>{error}</ErrorCampo>}
      <div className={clases("mt-1 flex", enLinea ? "flex-wrap gap-x-6" : "flex-col")}>
        {opciones.map((opcion) => (
          <CajaOpcion
            key={opcion.valor}
            {...control}
            type={props.type}
            id={`${id}-${opcion.valor}`}
            name={name}
            value={opcion.valor}
            disabled={opcion.bloqueada}
            {...(props.marcadas
              ? { checked: props.marcadas.includes(opcion.valor) }
              : { defaultChecked: props.inicial.includes(opcion.valor) })}
            texto={opcion.texto}
            detalle={opcion.detalle}
          />
        ))}
      </div>
      {guia && <Guia {...guia} />}
    </fieldset>
  );
}

type PropsCaja = ComponentProps<"input"> & { id: string; texto: ReactNode; detalle?: ReactNode };

/** A native box with its text: the whole 44 px row is the target. */
export function CajaOpcion({ texto, detalle, id, ...input }: PropsCaja) {
  return (
    <label
      htmlFor={id}
      className="group flex min-h-11 items-start gap-3 rounded-sm py-2 pr-2 has-disabled:cursor-not-allowed has-disabled:text-texto-suave"
    >
      <input
        {...input}
        id={id}
        aria-describedby={detalle ? `${id}-detalle` : input["aria-describedby"]}
        className="mt-[0.1em] size-6 shrink-0 accent-primario"
      />
      <span className="min-w-0">
        <span className="group-has-checked:font-medium">{texto}</span>
        {detalle && (
          <span id={`${id}-detalle`} className="block max-w-lectura text-texto-suave">
            {detalle}
          </span>
        )}
      </span>
    </label>
  );
}
