"use client";
import { useEffect, useRef, useState } from "react";
import { type Falla, llamarAccion, type RespuestaAccion } from "@/components/formulario/llamar";
import { avisar } from "@/components/ui/avisos-cola";
import { llegarA } from "@/components/ui/llegar";

/** A server action of the review, called from code. */
export type Accion<E, R = unknown> = (
  previo: null,
  entrada: E & { _clave?: string },
) => Promise<RespuestaAccion<R>>;

/** The fields of the form that calls the action, by the name each is sent as: its id in the page and what it holds. */
type Campos = Readonly<Record<string, { readonly id: string; readonly valor: string }>>;

/**
 * Calls an action of the review: the same key goes with every try until one is answered, what failed is kept to be
 * shown where the person is looking, and what was done is said. A field at fault takes the focus, and is so until what it
 * holds changes.
 * @returns `falla`: what is not about a field; `campo`: the props of a field
 */
export function useAccionRevision<E, R>(
  accion: Accion<E, R>,
  hecho: string | ((valor: R) => string),
  campos: Campos = {},
) {
  const [fallida, setFallida] = useState<{ falla: Falla; enviados: Campos } | null>(null);
  const clave = useRef("");

  async function llamar(entrada: E): Promise<boolean> {
    clave.current ||= crypto.randomUUID();
    const respuesta = await llamarAccion(
      accion,
      { ...entrada, _clave: clave.current },
      "Lo que escribió sigue aquí",
    );
    setFallida(respuesta.ok ? null : { falla: respuesta.falla, enviados: campos });
    if (!respuesta.ok) return false;
    clave.current = "";
    avisar({ tono: "exito", texto: typeof hecho === "string" ? hecho : hecho(respuesta.valor) });
    return true;
  }

  useEffect(() => {
    const primero = fallida && enFalta(fallida.falla, fallida.enviados);
    if (primero) llegarA(primero);
  }, [fallida]);

  const campo = (nombre: string) => {
    const { id, valor } = campos[nombre] ?? { id: nombre, valor: "" };
    const sigue = fallida?.enviados[nombre]?.valor === valor;
    return { id, error: sigue ? fallida?.falla.campos?.[nombre] : undefined };
  };
  return {
    llamar,
    campo,
    falla: fallida && !enFalta(fallida.falla, fallida.enviados) ? fallida.falla : null,
    olvidar: () => setFallida(null),
  };
}

/** The id of the first field that a failure is about; undefined when it is about none of them. */
function enFalta({ campos = {} }: Falla, enviados: Campos): string | undefined {
  const nombre = Object.keys(enviados).find((uno) => campos[uno] !== undefined);
  return nombre && enviados[nombre]?.id;
}
