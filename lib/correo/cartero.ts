import { leerDesfase } from "@/lib/datos/repositorio/reloj";
import { ahoraCon, esDemo } from "@/lib/sesion/reloj";
import { leerConfiguracionCorreo } from "./configuracion";
import { abrirTransporte, vaciarBandeja } from "./enviar";

const CADA_MS = 10_000;

/**
 * Keeps the outbox empty while the process lives, if a server of mail is configured. Every node may run one.
 * Takes what to do with an unexpected error. Returns how to stop it.
 */
export function iniciarCartero(alFallar: (error: unknown) => void): () => void {
  const configuracion = leerConfiguracionCorreo();
  if (!configuracion) return () => undefined;
  const transporte = abrirTransporte(configuracion);
  let detenido = false;
  let reloj: NodeJS.Timeout | undefined;

  const vuelta = async () => {
    try {
      const desfase = esDemo() ? await leerDesfase() : 0;
      await vaciarBandeja(transporte, configuracion.desde, () => ahoraCon(desfase));
    } catch (error) {
      alFallar(error);
    }
    if (!detenido) reloj = setTimeout(vuelta, CADA_MS).unref();
  };
  reloj = setTimeout(vuelta, 1000).unref();
  return () => {
    detenido = true;
    clearTimeout(reloj);
    transporte.close();
  };
}
