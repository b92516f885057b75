import type { Transporter } from "nodemailer";
import {
  anotarEntrega,
  anotarEnviado,
  anotarFallaDeEnvio,
  anotarIncierto,
  type CorreoPorEnviar,
  tomarCorreo,
} from "@/lib/datos/repositorio/correo";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { esTipoAviso } from "@/lib/flujo/aviso";
import { direccionDeUnClic } from "./baja";
import { entregar } from "./entrega";

/** How the job of a mail ended: done (there is nothing more to try), or to be tried again later, and why. */
export type Despacho =
  | { readonly estado: "enviado" | "nada" | "sin_confirmar" }
  | { readonly estado: "reintentar"; readonly error: string };

const SIN_RESPUESTA =
  "Quien lo enviaba se detuvo antes de anotar la respuesta del servidor: puede haber llegado.";

/**
 * Sends the mail that a job names. Several may run at once, even on the same mail: the last byte goes only after the
 * mail is marked, and only one marks it, so the server never takes it twice from us. What was marked and not answered
 * is left to a person.
 * Takes the transport, who signs, the mail's id, and the platform's clock.
 */
export async function despachar(
  transporte: Transporter,
  desde: string,
  id: string,
  reloj: () => Promise<Date>,
): Promise<Despacho> {
  const correo = await conActor(SISTEMA, "correo.tomar", (tx) => tomarCorreo(tx, id));
  if (!correo || correo.enviadoEn) return { estado: "nada" };
  if (correo.entregandoEn) {
    await conActor(SISTEMA, "correo.anotar", (tx) => anotarIncierto(tx, id, SIN_RESPUESTA));
    return { estado: "sin_confirmar" };
  }
  const ahora = await reloj();
  const entrega = await entregar(transporte, desde, { ...correo, baja: bajaDe(correo) }, async () => {
    const mia = await conActor(SISTEMA, "correo.entregar", (tx) => anotarEntrega(tx, id, ahora));
    if (!mia) throw new Error("Otro nodo lo está entregando.");
  });
  await conActor(SISTEMA, "correo.anotar", (tx) => {
    if (entrega.estado === "aceptado") return anotarEnviado(tx, id, ahora);
    if (entrega.estado === "incierto") return anotarIncierto(tx, id, entrega.error);
    return anotarFallaDeEnvio(tx, id, entrega.error, entrega.marcado);
  });
  if (entrega.estado === "aceptado") return { estado: "enviado" };
  if (entrega.estado === "incierto") return { estado: "sin_confirmar" };
  return { estado: "reintentar", error: entrega.error };
}

function bajaDe({ usuarioId, tipo }: CorreoPorEnviar): string | null {
  if (!usuarioId || !(esTipoAviso(tipo) || tipo === "resumen")) return null;
  return direccionDeUnClic({ usuarioId, que: tipo });
}
