import type { Ejercicio } from "@/lib/datos/repositorio/ejercicio";
import { prorrogaVigente } from "@/lib/datos/repositorio/envio";
import type { Transaccion } from "@/lib/datos/transaccion";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { estadoDeVentana, type Ventana } from "@/lib/flujo/ventana";

/** The window of the submission, with the institution's extension. */
export async function ventanaDeEnvio(
  tx: Transaccion,
  institucionId: string,
  ejercicio: Ejercicio,
): Promise<Ventana> {
  const prorroga = await prorrogaVigente(tx, institucionId, ejercicio.id, "envio");
  return {
    abre: ejercicio.aperturaEnvio,
    cierra: ejercicio.cierreEnvio,
    prorroga: prorroga?.hasta ?? null,
  };
}

/** Why it cannot be sent at an instant, with the remedy; null when it can. */
export function fueraDePlazo(ventana: Ventana, ahora: Date): string | null {
  const estado = estadoDeVentana(ventana, ahora);
  if (estado === "por_abrir")
    return `El envío se abre el ${mostrarInstante(ventana.abre)} horas de Chile continental. Puede completar todo desde ya.`;
  if (estado === "cerrada")
    return "El plazo para enviar venció y no hay una prórroga vigente. Pídala a la Red de Expertos: lo escrito se conserva.";
  return null;
}

/** The last instant in which it can be sent. */
export function ultimoInstanteParaEnviar({ cierra, prorroga }: Ventana): Date {
  const ultimo = new Date(cierra.getTime() - 1);
  return prorroga !== null && prorroga > ultimo ? prorroga : ultimo;
}

/**
 * Why a version cannot be sent at an instant; null when it can. What was returned can be sent until its date to answer,
 * inclusive, even after the window of the exercise closes; after that date, only inside the window or an extension.
 * @param responderHasta last instant to answer a returned version; null when nothing was returned.
 */
export function porQueNoAhora(ventana: Ventana, responderHasta: Date | null, ahora: Date): string | null {
  if (responderHasta !== null && ahora <= responderHasta) return null;
  const cerrado = fueraDePlazo(ventana, ahora);
  if (responderHasta === null || cerrado === null) return cerrado;
  return `El plazo para responder las observaciones venció el ${mostrarInstante(responderHasta)} horas de Chile continental y el período de envío está cerrado. Pida una prórroga a la Red de Expertos: lo escrito se conserva.`;
}
