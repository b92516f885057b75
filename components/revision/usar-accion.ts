"use client";
import { useRef, useState } from "react";
import { avisar } from "@/components/ui/avisos-cola";

type Falla = { readonly mensaje: string; readonly campos?: Readonly<Record<string, string>> };

/** A server action, called from code. */
export type Accion<E, R = unknown> = (
  previo: null,
  entrada: E & { _clave?: string },
) => Promise<{ ok: true; valor: R } | { ok: false; falla: Falla }>;

const SIN_CONEXION: Falla = {
  mensaje: "No hay conexión con la plataforma. Lo que escribió sigue aquí; inténtelo de nuevo al volver.",
};

/**
 * Calls an action of the review: the same key goes with every try until one is answered, what failed is kept to be
 * shown where the person is looking, and what was done is said.
 */
export function useAccion<E, R>(accion: Accion<E, R>, hecho: string | ((valor: R) => string)) {
  const [falla, setFalla] = useState<Falla | null>(null);
  const clave = useRef("");

  async function llamar(entrada: E): Promise<boolean> {
    clave.current ||= crypto.randomUUID();
    try {
      const respuesta = await accion(null, { ...entrada, _clave: clave.current });
      setFalla(respuesta.ok ? null : respuesta.falla);
      if (!respuesta.ok) return false;
      clave.current = "";
      avisar({ tono: "exito", texto: typeof hecho === "string" ? hecho : hecho(respuesta.valor) });
      return true;
    } catch {
      setFalla(SIN_CONEXION);
      return false;
    }
  }
  return { llamar, falla, olvidar: () => setFalla(null), error: (campo: string) => falla?.campos?.[campo] };
}
