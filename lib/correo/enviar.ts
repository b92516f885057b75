import { createHash } from "node:crypto";
import { createTransport, type Transporter } from "nodemailer";
import {
  anotarEnviado,
  anotarFallaDeEnvio,
  type CorreoPorEnviar,
  tomarCorreos,
} from "@/lib/datos/repositorio/correo";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import type { ConfiguracionCorreo } from "./configuracion";

const TANDA = 20;
/** While a mail is being sent no other sender takes it; if this one dies, another may after this. */
const RESERVA_MS = 5 * 60_000;
const DIA_MS = 24 * 3_600_000;

/** The connection to the server of mail. Close it with `.close()`. */
export function abrirTransporte({ url, exigeTls }: ConfiguracionCorreo): Transporter {
  return createTransport(url, { pool: true, maxConnections: 2, requireTLS: exigeTls } as never);
}

/** How long to wait after so many failed attempts: from one minute, doubling, to a day. */
export function esperaTras(intentos: number): number {
  return Math.min(DIA_MS, 60_000 * 2 ** Math.max(0, intentos - 1));
}

/** The Message-ID of a mail: always the same for what it is about, so that a server that saw it twice drops one. */
export function idDeMensaje(clave: string, desde: string): string {
  const dominio = /@([^>\s]+)/.exec(desde)?.[1] ?? "localhost";
  return `<${createHash("sha256").update(clave).digest("hex").slice(0, 40)}@${dominio}>`;
}

/**
 * Sends what waits in the outbox, a batch at a time, until nothing is due. Several may run at once: each mail is taken
 * by one. What fails waits longer each time, and its error is kept.
 * Takes the transport, who signs, and the clock. Returns how many were delivered and how many failed.
 */
export async function vaciarBandeja(
  transporte: Transporter,
  desde: string,
  reloj: () => Date,
): Promise<{ enviados: number; fallidos: number }> {
  const cuenta = { enviados: 0, fallidos: 0 };
  for (;;) {
    const ahora = reloj();
    const reserva = new Date(ahora.getTime() + RESERVA_MS);
    const tanda = await conActor(SISTEMA, "correo.tomar", (tx) => tomarCorreos(tx, ahora, reserva, TANDA));
    if (tanda.length === 0) return cuenta;
    for (const correo of tanda) {
      const error = await enviarUno(transporte, desde, correo);
      await conActor(SISTEMA, "correo.anotar", (tx) =>
        error === null
          ? anotarEnviado(tx, correo.id, reloj())
          : anotarFallaDeEnvio(
              tx,
              correo.id,
              error,
              new Date(reloj().getTime() + esperaTras(correo.intentos)),
            ),
      );
      if (error === null) cuenta.enviados += 1;
      else cuenta.fallidos += 1;
    }
  }
}

async function enviarUno(
  transporte: Transporter,
  desde: string,
  correo: CorreoPorEnviar,
): Promise<string | null> {
  try {
    await transporte.sendMail({
      from: desde,
      to: correo.para,
      subject: correo.asunto,
      text: correo.texto,
      messageId: idDeMensaje(correo.clave, desde),
      date: correo.creadoEn,
      headers: { "Auto-Submitted": "auto-generated" },
    });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
