"use client";
import { useRef, useState } from "react";
import { avisar } from "@/components/ui/avisos-cola";
import { type AccionInstitucion, type Falla, llamarAccion } from "./llamar";
import { useCola } from "./proveedor";

/**
 * Calls an action of an institution's page: first what was being typed is saved, so that nothing typed a moment ago is
 * lost by it. `llamar` answers the value, or undefined when it failed. `llamarUnaVez` sends one key with every try until
 * one of them is answered, so that what it asks is done once, and answers that key with the value.
 * @param dicha where a failure is told. `aqui`: it is kept to be shown where the person is looking. `aviso`: in a notice,
 * which outlives the card that asked: undoing may fail after its card is gone.
 */
export function useAccion<E, R>(
  accion: AccionInstitucion<E, R>,
  institucion: string,
  dicha: "aqui" | "aviso" = "aqui",
) {
  const cola = useCola();
  const [falla, setFalla] = useState<Falla | null>(null);
  const intento = useRef("");

  async function llamar(entrada: E, clave?: string): Promise<R | undefined> {
    await cola.terminar();
    const completa = { ...entrada, institucion, ...(clave && { _clave: clave }) };
    const respuesta = await llamarAccion(accion, completa, "Lo que escribió está en este equipo");
    if (respuesta.ok) {
      setFalla(null);
      return respuesta.valor;
    }
    if (dicha === "aviso") avisar({ tono: "error", texto: respuesta.falla.mensaje });
    else setFalla(respuesta.falla);
    return undefined;
  }
  async function llamarUnaVez(entrada: E): Promise<{ valor: R; clave: string } | undefined> {
    intento.current ||= crypto.randomUUID();
    const clave = intento.current;
    const valor = await llamar(entrada, clave);
    if (valor === undefined) return undefined;
    intento.current = "";
    return { valor, clave };
  }
  return { llamar, llamarUnaVez, falla, olvidar: () => setFalla(null), cola };
}
