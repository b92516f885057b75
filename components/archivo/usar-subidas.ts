"use client";
import { useEffect, useRef, useState } from "react";
import type { ArchivoEnSubida } from "@/components/ui/subir-archivo";
import { idDeSubida, olvidarSubida } from "./identidad-subida";
import { type ArchivoListo, subirArchivo } from "./subir";
import { enPalabras } from "./tamano";

type Opciones = {
  readonly institucion: string;
  /** What the file is for; the same file may go to two places. */
  readonly destino: string;
  /** Says what is wrong with a file before sending it, on top of what the platform refuses. */
  readonly revisar?: (archivo: File) => string | null;
  /** The file is whole on the server: ties it to what it proves. Answers what went wrong, if anything. */
  readonly alListo: (archivo: ArchivoListo) => Promise<string | null>;
};

type EnCurso = {
  readonly archivo: File;
  readonly id: string;
  readonly control: AbortController;
  /** The server knows of it. */
  abierta: boolean;
};

/**
 * Sends files one after another, each resumable, and tells how each one fares. What ends well leaves the list (the page
 * shows it from then on); what fails stays with its reason, to retry or to take away.
 */
export function useSubidas({ institucion, destino, revisar, alListo }: Opciones) {
  const [archivos, setArchivos] = useState<readonly ArchivoEnSubida[]>([]);
  const porFila = useRef(new Map<string, EnCurso>());
  const turno = useRef<Promise<void>>(Promise.resolve());
  const lugar = `${institucion} ${destino}`;

  useEffect(() => {
    const enCurso = porFila.current;
    return () => {
      for (const { control } of enCurso.values()) control.abort();
    };
  }, []);

  const cambiar = (fila: string, cambio: Partial<ArchivoEnSubida>) =>
    setArchivos((lista) => lista.map((uno) => (uno.id === fila ? { ...uno, ...cambio } : uno)));
  const sacar = (fila: string) => {
    porFila.current.delete(fila);
    setArchivos((lista) => lista.filter((uno) => uno.id !== fila));
  };

  async function enviar(fila: string) {
    const uno = porFila.current.get(fila);
    if (!uno || uno.control.signal.aborted) return;
    const { archivo, id, control } = uno;
    const mal = revisar?.(archivo);
    if (mal) return cambiar(fila, { estado: "error", mensaje: mal });
    cambiar(fila, { estado: "subiendo", avance: 0 });
    const hecho = await subirArchivo({
      institucion,
      id,
      archivo,
      senal: control.signal,
      alAvanzar: (avance) => {
        uno.abierta = true;
        cambiar(fila, { estado: "subiendo", avance });
      },
    });
    if (control.signal.aborted) return;
    if (!hecho.ok) {
      // What the server refused is not resumed; what the network broke, is.
      if (hecho.codigo !== "sin_conexion") olvidarSubida(lugar, archivo);
      return cambiar(fila, { estado: "error", mensaje: hecho.mensaje });
    }
    const sinAtar = await alListo(hecho.archivo);
    // Still remembered: another try only ties it, for the server has it whole.
    if (sinAtar) return cambiar(fila, { estado: "error", mensaje: sinAtar });
    olvidarSubida(lugar, archivo);
    sacar(fila);
  }

  const encolar = (fila: string) => {
    turno.current = turno.current.then(() => enviar(fila));
  };

  return {
    archivos,
    elegir(elegidos: readonly File[]) {
      const nuevos = elegidos.map((archivo) => ({ archivo, fila: crypto.randomUUID() }));
      for (const { archivo, fila } of nuevos)
        porFila.current.set(fila, {
          archivo,
          id: idDeSubida(lugar, archivo),
          control: new AbortController(),
          abierta: false,
        });
      setArchivos((lista) => [
        ...lista,
        ...nuevos.map(
          ({ archivo, fila }): ArchivoEnSubida => ({
            id: fila,
            nombre: archivo.name,
            tamano: enPalabras(archivo.size),
            estado: "en_cola",
          }),
        ),
      ]);
      for (const { fila } of nuevos) encolar(fila);
    },
    quitar(fila: string) {
      const uno = porFila.current.get(fila);
      if (uno) {
        uno.control.abort();
        olvidarSubida(lugar, uno.archivo);
        // The server forgets by itself what nobody ends; telling it now frees its place.
        if (uno.abierta)
          void fetch(`/institucion/${institucion}/archivo/subida/${uno.id}`, { method: "DELETE" }).catch(
            () => undefined,
          );
      }
      sacar(fila);
    },
    reintentar(fila: string) {
      const uno = porFila.current.get(fila);
      if (!uno) return;
      porFila.current.set(fila, {
        ...uno,
        id: idDeSubida(lugar, uno.archivo),
        control: new AbortController(),
      });
      cambiar(fila, { estado: "en_cola" });
      encolar(fila);
    },
  };
}
