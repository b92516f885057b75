"use client";
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import type { ValorCampo } from "@/lib/flujo/campo";
import type { Detencion } from "./almacen";
import { useCola } from "./proveedor";

export type CampoVivo<T extends ValorCampo> = {
  valor: T;
  escribir: (valor: T) => void;
  /** Sends at once, on leaving the field. */
  confirmar: () => void;
  detenida: Detencion | undefined;
  resolver: (eleccion: "mio" | "ajeno") => void;
  descartar: () => void;
};

/**
 * A field saved by itself: what the person typed if it still waits, what the server acknowledged otherwise.
 * @param lugar address of the field (`escribirLugar`).
 * @param delServidor its value in the page as rendered; a later render with another value prevails.
 */
export function useCampo<T extends ValorCampo>(lugar: string, delServidor: T): CampoVivo<T> {
  const cola = useCola();
  const entrada = useSyncExternalStore(
    cola.suscribir,
    () => cola.verEntrada(lugar),
    () => undefined,
  );
  const aceptado = useSyncExternalStore(
    cola.suscribir,
    () => cola.verAceptado(lugar),
    () => undefined,
  );
  const huella = JSON.stringify(delServidor);
  const vista = useRef(huella);
  useEffect(() => {
    if (vista.current === huella) return;
    vista.current = huella;
    cola.olvidarAceptado(lugar);
  }, [cola, lugar, huella]);

  const guardado = aceptado === undefined ? delServidor : (aceptado as T);
  const escribir = useCallback((valor: T) => cola.escribir(lugar, guardado, valor), [cola, lugar, guardado]);
  return {
    valor: entrada ? (entrada.valor as T) : guardado,
    escribir,
    confirmar: useCallback(() => cola.vaciar(), [cola]),
    detenida: entrada?.detenida,
    resolver: (eleccion) => cola.resolver(lugar, eleccion),
    descartar: () => cola.descartar(lugar),
  };
}
