"use client";
import { useRef, useState } from "react";
import { type Falla, llamarAccion, type RespuestaAccion } from "@/components/formulario/llamar";
import { avisar } from "@/components/ui/avisos-cola";

/** A server action of the review, called from code. */
export type Accion<E, R = unknown> = (
  previo: null,
  entrada: E & { _clave?: string },
) => Promise<RespuestaAccion<R>>;

/**
 * Calls an action of the review: the same key goes with every try until one is answered, what failed is kept to be
 * shown where the person is looking, and what was done is said.
 */
export function useAccion<E, R>(accion: Accion<E, R>, hecho: string | ((valor: R) => string)) {
  const [falla, setFalla] = useState<Falla | null>(null);
  const clave = useRef("");

  async function llamar(entrada: E): Promise<boolean> {
    clave.current ||= crypto.randomUUID();
    const respuesta = await llamarAccion(accion, { ...entrada, _clave: clave.current }, "sigue aquí");
    setFalla(respuesta.ok ? null : respuesta.falla);
    if (!respuesta.ok) return false;
    clave.current = "";
    avisar({ tono: "exito", texto: typeof hecho === "string" ? hecho : hecho(respuesta.valor) });
    return true;
  }
  return { llamar, falla, olvidar: () => setFalla(null), error: (campo: string) => falla?.campos?.[campo] };
}
