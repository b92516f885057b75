"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import {
  type Aviso,
  leerAvisos,
  leerAvisosServidor,
  quitarAcciones,
  quitarAviso,
  suscribirAvisos,
} from "./avisos-cola";
import { clases } from "./clases";
import { Icono } from "./iconos";

const DURACION = 8000;

/** Of its edge and of its icon. */
const TONO: Record<Aviso["tono"], string> = {
  info: "border-primario text-primario",
  exito: "border-exito text-exito",
  advertencia: "border-advertencia-borde text-advertencia",
  error: "border-error text-error",
};

/** The place where `avisar()` shows its notices: one polite live region, always in the page. Marco mounts it. */
export function Avisos() {
  const avisos = useSyncExternalStore(suscribirAvisos, leerAvisos, leerAvisosServidor);
  // None leaves while one of them is being read or pointed at.
  const [detenido, setDetenido] = useState(false);
  // Each page mounts its own.
  useEffect(() => quitarAcciones, []);
  return (
    <section
      aria-label="Avisos"
      onPointerEnter={() => setDetenido(true)}
      onPointerLeave={() => setDetenido(false)}
      onFocus={() => setDetenido(true)}
      onBlur={() => setDetenido(false)}
      className="no-imprimir avisos"
    >
      <div
        role="status"
        aria-live="polite"
        aria-relevant="additions"
        className="flex w-full max-w-md flex-col gap-2"
      >
        {avisos.map((aviso) => (
          <TarjetaAviso key={aviso.id} aviso={aviso} detenido={detenido} />
        ))}
      </div>
    </section>
  );
}

function TarjetaAviso({ aviso, detenido }: { aviso: Aviso; detenido: boolean }) {
  // An error, or anything with something to press, waits for the person.
  const seVa = aviso.tono !== "error" && !aviso.accion && !detenido;
  useEffect(() => {
    if (!seVa) return;
    const reloj = setTimeout(() => quitarAviso(aviso.id), DURACION);
    return () => clearTimeout(reloj);
  }, [seVa, aviso.id]);

  return (
    <div
      className={clases(
        "pointer-events-auto flex items-start gap-3 rounded-md border-l-4 bg-papel py-2 pr-1 pl-4 shadow-panel borde-forzado",
        TONO[aviso.tono],
      )}
    >
      <Icono nombre={aviso.tono} className="mt-3" />
      <p className="min-w-0 flex-1 py-2 text-texto">{aviso.texto}</p>
      {aviso.accion && (
        <button
          type="button"
          onClick={() => {
            aviso.accion?.alPulsar();
            quitarAviso(aviso.id);
          }}
          className="min-h-11 rounded-sm px-3 font-medium text-primario underline underline-offset-4 hover:bg-tinte hover:text-primario-hover"
        >
          {aviso.accion.texto}
        </button>
      )}
      <button
        type="button"
        onClick={() => quitarAviso(aviso.id)}
        className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-sm text-texto-suave hover:bg-fondo hover:text-texto"
      >
        <Icono nombre="cerrar" />
        <span className="sr-only">Cerrar aviso</span>
      </button>
    </div>
  );
}
