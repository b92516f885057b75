"use client";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { mostrarFecha } from "@/lib/expediente/dia";
import { leerLugar, tipoDe, type ValorCampo } from "@/lib/flujo/campo";
import type { Detencion } from "./almacen";
import { useCola } from "./proveedor";

export type CampoVivo<T extends ValorCampo> = {
  valor: T;
  escribir: (valor: T) => void;
  /** Sends at once, on leaving the field. */
  confirmar: () => void;
  detenida: Detencion | undefined;
  /** A kept value as people read it. */
  mostrar: (guardado: ValorCampo) => ValorCampo;
  resolver: (eleccion: "mio" | "ajeno") => void;
  reintentar: () => void;
  descartar: () => void;
};

/** A kept value as it is shown and typed: numbers with decimal comma, days as dd/mm/aaaa. The rest, as it is. */
export function comoSeEscribe(lugar: string, guardado: ValorCampo): ValorCampo {
  if (typeof guardado !== "string") return guardado;
  const leido = leerLugar(lugar);
  const tipo = leido && tipoDe(leido.grupo, leido.campo);
  if (tipo === "fecha") return mostrarFecha(guardado);
  // Only what is canonical has a point for its decimals: "1.234" typed is more than a thousand.
  if (tipo === "numero" && String(Number(guardado)) === guardado) return guardado.replace(".", ",");
  return guardado;
}

/**
 * A field saved by itself: what the person typed if it still waits, what the server acknowledged otherwise.
 * @param lugar address of the field (`escribirLugar`).
 * @param delServidor its value as kept, in the page as drawn (`leerCampos`); a later drawing with another value prevails.
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
  useEffect(() => cola.recibirDelServidor(lugar, delServidor), [cola, lugar, delServidor]);

  const guardado = aceptado ? aceptado.valor : delServidor;
  const escribir = useCallback((valor: T) => cola.escribir(lugar, guardado, valor), [cola, lugar, guardado]);
  const visto = entrada ? entrada.valor : aceptado ? aceptado.escrito : comoSeEscribe(lugar, delServidor);
  return {
    valor: visto as T,
    escribir,
    confirmar: useCallback(() => cola.vaciar(), [cola]),
    detenida: entrada?.detenida,
    mostrar: (valor) => comoSeEscribe(lugar, valor),
    resolver: (eleccion) => cola.resolver(lugar, eleccion),
    reintentar: () => cola.reintentar(lugar),
    descartar: () => cola.descartar(lugar),
  };
}
