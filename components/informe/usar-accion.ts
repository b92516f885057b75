"use client";
import { useCola } from "@/components/formulario/proveedor";
import { avisar } from "@/components/ui/avisos-cola";
import type { AccionInforme } from "./accion";

const SIN_CONEXION =
  "No hay conexión con la plataforma. Lo que escribió está en este equipo; inténtelo de nuevo al volver.";

/**
 * Calls an action of the report once what was being typed is saved. A failure is told in a notice, which outlives the
 * card that asked: undoing may fail after its card is gone.
 * @returns the value, or undefined when it failed.
 */
export function useAccionInforme<E, R>(accion: AccionInforme<E, R>, institucion: string) {
  const cola = useCola();
  async function llamar(entrada: E, clave?: string): Promise<R | undefined> {
    await cola.terminar();
    try {
      const respuesta = await accion(null, { ...entrada, institucion, ...(clave && { _clave: clave }) });
      if (respuesta.ok) return respuesta.valor;
      avisar({ tono: "error", texto: respuesta.falla.mensaje });
    } catch {
      avisar({ tono: "error", texto: SIN_CONEXION });
    }
    return undefined;
  }
  return { llamar, cola };
}
