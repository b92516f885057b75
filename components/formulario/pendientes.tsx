"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Entrada } from "./almacen";
import { useCola } from "./proveedor";

const NINGUNA: readonly Entrada[] = [];

/**
 * What this person typed in this institution and was not accepted (the term closed, the element is gone), wherever the
 * field was: shown whole, to copy or to take away. Nothing when there is nothing. It is brought when there is something
 * to show: either the server has just refused it or the page has just come, so there is network.
 */
export function TextosDetenidos() {
  const cola = useCola();
  const detenidas = useSyncExternalStore(cola.suscribir, cola.verDetenidas, () => NINGUNA);
  const [pieza, setPieza] = useState<typeof import("./pendientes-lista") | null>(null);
  const hay = detenidas.length > 0;
  useEffect(() => {
    if (hay) import("./pendientes-lista").then(setPieza, () => undefined);
  }, [hay]);
  return hay && pieza ? <pieza.AvisoDetenidas cola={cola} detenidas={detenidas} /> : null;
}
