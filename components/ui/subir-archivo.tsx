"use client";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { atributosDe, type CitaGuia, descripcionDe, ErrorCampo, Guia } from "./campo";
import { clases } from "./clases";
import { estiloBoton } from "./estilo-boton";
import { Icono } from "./iconos";

export type ArchivoEnSubida = {
  id: string;
  nombre: string;
  /** As read by people: «2,4 MB». */
  tamano: string;
  estado: "en_cola" | "subiendo" | "listo" | "error";
  /** 0 to 100. */
  avance?: number;
  /** What is wrong and what to do, or a note. */
  mensaje?: string;
};

type Props = {
  id: string;
  etiqueta: string;
  /** Limits, said before choosing: types, size, how many. */
  ayuda: string;
  error?: string | undefined;
  guia?: CitaGuia | undefined;
  archivos: readonly ArchivoEnSubida[];
  /** As in the `accept` of an input. It helps to choose; it does not check. */
  acepta?: string;
  varios?: boolean;
  /** Offers the camera too, on what is touched. */
  camara?: boolean;
  alElegir: (archivos: File[]) => void;
  /** Cancels what is being sent, or takes away what was. */
  alQuitar: (id: string) => void;
  alReintentar?: (id: string) => void;
};

/** Choosing and dropping files, and how each one fares. It sends nothing by itself. */
export function SubirArchivo(props: Props) {
  const { id, etiqueta, ayuda, error, guia, archivos, acepta, varios = true, alElegir } = props;
  const [encima, setEncima] = useState(false);
  const entrada = useRef<HTMLInputElement>(null);

  function elegir(lista: FileList | null) {
    if (lista?.length) alElegir([...lista].slice(0, varios ? undefined : 1));
    // So that choosing the same file again, once mended, is heard.
    if (entrada.current) entrada.current.value = "";
  }

  // What was chosen before the page's own code arrived: nobody heard it.
  useEffect(() => elegir(entrada.current?.files ?? null), []);

  function alSoltar(evento: DragEvent) {
    evento.preventDefault();
    setEncima(false);
    elegir(evento.dataTransfer.files);
  }

  return (
    <div className={clases("min-w-0", Boolean(error) && "border-l-4 border-error pl-3")}>
      <label htmlFor={id} className="block font-medium">
        {etiqueta}
      </label>
      <p id={`${id}-ayuda`} className="max-w-lectura text-texto-suave">
        {ayuda}
      </p>
      {error && <ErrorCampo id={id}>{error}</ErrorCampo>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the mouse; the input inside does the same for everyone */}
      <div
        onDragOver={(evento) => {
          evento.preventDefault();
          setEncima(true);
        }}
        onDragLeave={() => setEncima(false)}
        onDrop={alSoltar}
        className={clases(
          "mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border-2 border-dashed p-4",
          encima ? "border-primario bg-tinte" : "border-borde-control bg-papel",
        )}
      >
        <input
          ref={entrada}
          type="file"
          multiple={varios}
          accept={acepta}
          onChange={(evento) => elegir(evento.currentTarget.files)}
          {...atributosDe({ id, etiqueta, ayuda, error })}
          aria-describedby={descripcionDe({ id, ayuda, error })}
          className="peer sr-only"
        />
        {/* The native button speaks the browser's language; this one is its label and speaks ours. */}
        <label
          htmlFor={id}
          className={estiloBoton(
            "secundario",
            false,
            "cursor-pointer peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-foco peer-focus-visible:ring-2 peer-focus-visible:ring-primario-activo",
          )}
        >
          <Icono nombre="subir" />
          {varios ? "Elegir archivos" : "Elegir archivo"}
        </label>
        {props.camara && (
          <label className="hidden pointer-coarse:inline-block">
            <input
              type="file"
              accept="image/*"
              capture="environment"
              aria-label={`Tomar una foto: ${etiqueta}`}
              onChange={(evento) => {
                elegir(evento.currentTarget.files);
                evento.currentTarget.value = "";
              }}
              className="peer sr-only"
            />
            <span
              className={estiloBoton(
                "sutil",
                false,
                "cursor-pointer peer-focus-visible:outline-3 peer-focus-visible:outline-foco peer-focus-visible:ring-2 peer-focus-visible:ring-primario-activo",
              )}
            >
              Tomar una foto
            </span>
          </label>
        )}
        <span aria-hidden="true" className="text-texto-suave max-sm:hidden">
          {varios ? "o arrastre los archivos hasta aquí" : "o arrastre el archivo hasta aquí"}
        </span>
      </div>
      {guia && <Guia {...guia} />}
      {archivos.length > 0 && (
        <ul className="mt-3 divide-y divide-borde rounded-md border border-borde bg-papel">
          {archivos.map((archivo) => (
            <FilaArchivo
              key={archivo.id}
              archivo={archivo}
              alQuitar={props.alQuitar}
              {...(props.alReintentar ? { alReintentar: props.alReintentar } : {})}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

const TEXTO_ESTADO = { en_cola: "En cola", subiendo: "Subiendo", listo: "Listo", error: "No quedó adjunto" };

function FilaArchivo({
  archivo,
  alQuitar,
  alReintentar,
}: { archivo: ArchivoEnSubida } & Pick<Props, "alQuitar" | "alReintentar">) {
  const { estado, avance = 0, mensaje, nombre } = archivo;
  const activa = estado === "subiendo" || estado === "en_cola";
  const accion =
    "min-h-11 rounded-sm px-3 text-primario underline underline-offset-4 hover:bg-tinte hover:text-primario-hover";
  return (
    <li className="grid grid-cols-[auto_1fr] items-center gap-x-3 px-4 py-2 sm:grid-cols-[auto_1fr_auto]">
      <Icono
        nombre={estado === "listo" ? "exito" : estado === "error" ? "error" : "archivo"}
        className={estado === "listo" ? "text-exito" : estado === "error" ? "text-error" : "text-texto-suave"}
      />
      <div className="min-w-0">
        <p className="break-all">{nombre}</p>
        <p className={estado === "error" ? "text-error" : "text-texto-suave"}>
          {archivo.tamano} · {TEXTO_ESTADO[estado]}
          {estado === "subiendo" && ` ${avance} %`}
          {mensaje && `. ${mensaje}`}
        </p>
        {estado === "subiendo" && (
          <progress className="barra mt-1 block" value={avance} max={100} aria-label={`Subiendo ${nombre}`} />
        )}
      </div>
      <div className="-ml-3 flex max-sm:col-start-2 sm:ml-0">
        {estado === "error" && alReintentar && (
          <button type="button" className={accion} onClick={() => alReintentar(archivo.id)}>
            Reintentar<span className="sr-only"> {nombre}</span>
          </button>
        )}
        <button type="button" className={accion} onClick={() => alQuitar(archivo.id)}>
          {activa ? "Cancelar" : "Quitar"}
          <span className="sr-only"> {nombre}</span>
        </button>
      </div>
    </li>
  );
}
