import { enviosQueDebenRespuesta, planesSinEnviar } from "@/lib/datos/repositorio/revisionAsignacion";
import type { Transaccion } from "@/lib/datos/transaccion";
import { mostrarInstante } from "@/lib/expediente/fecha";
import type { Ventana } from "@/lib/flujo/ventana";
import { fueraDePlazo, porQueNoAhora, ultimoInstanteParaEnviar } from "../envio/plazo";

type Institucion = { readonly id: string; readonly codigo: string; readonly nombre: string };

/** Something that an institution owes the Red, as its reminder tells it. */
export type Deuda = {
  /** What it is about, for telling it once a day. */
  readonly que: string;
  readonly institucion: Institucion;
  readonly asunto: string;
  readonly texto: string;
  /** Path of the platform where it is done. */
  readonly enlace: string;
};

type Ejercicio = { readonly id: string; readonly aperturaEnvio: Date; readonly cierreEnvio: Date };

const hasta = (limite: Date) => `hasta el ${mostrarInstante(limite)} horas de Chile continental.`;

/** Until when what was returned is answered; when its date has passed, until when it still can, or why it cannot. */
function plazoParaResponder(ventana: Ventana, responderHasta: Date | null, ahora: Date): string {
  const vigente = responderHasta !== null && ahora <= responderHasta;
  return (
    porQueNoAhora(ventana, responderHasta, ahora) ??
    `Responda ${hasta(vigente ? responderHasta : ultimoInstanteParaEnviar(ventana))}`
  );
}

/**
 * What some institutions owe the Red at an instant: the answer to what was returned to them in the final round and,
 * while they may send it (extensions counted), the expediente itself.
 */
export async function deudasDe(
  tx: Transaccion,
  instituciones: readonly string[],
  ejercicio: Ejercicio,
  ahora: Date,
): Promise<Deuda[]> {
  const { aperturaEnvio: abre, cierreEnvio: cierra } = ejercicio;
  const respuestas = (await enviosQueDebenRespuesta(tx, instituciones, ejercicio.id)).map(
    ({ id, institucion, prorroga, responderHasta }) => ({
      que: id,
      institucion,
      asunto: "Recordatorio: hay observaciones por responder",
      texto: `${institucion.nombre} tiene observaciones de la Red de Expertos por responder. ${plazoParaResponder({ abre, cierra, prorroga }, responderHasta, ahora)}`,
      enlace: `/institucion/${institucion.codigo}/revision`,
    }),
  );
  const envios = (await planesSinEnviar(tx, instituciones, ejercicio.id)).flatMap(
    ({ institucion, prorroga }) => {
      const ventana = { abre, cierra, prorroga };
      if (fueraDePlazo(ventana, ahora) !== null) return [];
      return {
        que: `envio ${institucion.id}`,
        institucion,
        asunto: "Recordatorio: el expediente no se ha enviado",
        texto: `${institucion.nombre} todavía no envía su expediente a la Red de Expertos. Puede enviarlo ${hasta(ultimoInstanteParaEnviar(ventana))}`,
        enlace: `/institucion/${institucion.codigo}/envio`,
      };
    },
  );
  return [...respuestas, ...envios];
}
