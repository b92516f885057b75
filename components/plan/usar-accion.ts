"use client";
import { useState } from "react";
import { useCola } from "@/components/formulario/proveedor";
import type { AccionPlan } from "./accion";

/**
 * Calls an action of the plan: first what was being typed is saved, so that nothing typed a moment ago is lost by it.
 * A failure is kept to be shown where the person is looking.
 */
export function useAccion<E, R>(accion: AccionPlan<E, R>, institucion: string) {
  const cola = useCola();
  const [falla, setFalla] = useState<{ codigo: string; mensaje: string } | null>(null);

  async function llamar(entrada: E, clave?: string): Promise<R | undefined> {
    await cola.terminar();
    try {
      const respuesta = await accion(null, { ...entrada, institucion, ...(clave && { _clave: clave }) });
      setFalla(respuesta.ok ? null : respuesta.falla);
      return respuesta.ok ? respuesta.valor : undefined;
    } catch {
      setFalla({
        codigo: "sin_conexion",
        mensaje:
          "No hay conexión con la plataforma. Lo que escribió está en este equipo; inténtelo de nuevo al volver.",
      });
      return undefined;
    }
  }
  return { llamar, falla, olvidar: () => setFalla(null), cola };
}
