import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createTransport, type Transporter } from "nodemailer";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import type { ConfiguracionCorreo } from "./configuracion";

/** A mail as it leaves. `clave` is what it is about: its Message-ID comes from it and never changes. */
export type CorreoSaliente = {
  readonly clave: string;
  readonly para: string;
  readonly asunto: string;
  readonly texto: string;
  readonly creadoEn: Date;
  /** Address that stops this kind of mail with one request; only in what is not essential. */
  readonly baja: string | null;
};

/**
 * How a delivery ended. `incierto`: the last byte left and no answer came, so the server may have taken it.
 * `marcado`: whether `antesDelFin` had done its part when it was refused.
 */
export type Entrega =
  | { readonly estado: "aceptado" }
  | { readonly estado: "rechazado"; readonly error: string; readonly marcado: boolean }
  | { readonly estado: "incierto"; readonly error: string };

// A server that does not answer is one that is down: the mail waits in its queue, not here.
const PACIENCIA = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 } as const;

/** Bytes of a mail handed over at once. */
const TROZO = 16 * 1024;

/** The connection to the server of mail. Close it with `.close()`. */
export function abrirTransporte({ url, exigeTls }: ConfiguracionCorreo): Transporter {
  return createTransport(url, { pool: true, maxConnections: 2, requireTLS: exigeTls, ...PACIENCIA } as never);
}

/** The Message-ID of a mail: always the same for what it is about, so that a server that saw it twice drops one. */
export function idDeMensaje(clave: string, desde: string): string {
  const dominio = /@([^>\s]+)/.exec(desde)?.[1] ?? "localhost";
  return `<${createHash("sha256").update(clave).digest("hex").slice(0, 40)}@${dominio}>`;
}

/**
 * Hands a mail to the server. `antesDelFin` runs when all of it has gone but its last byte, without which no server can
 * take it: if it throws, the mail is not taken. Never throws.
 */
export async function entregar(
  transporte: Transporter,
  desde: string,
  correo: CorreoSaliente,
  antesDelFin: () => Promise<void>,
): Promise<Entrega> {
  let soltado = false;
  let marca: Promise<void> | undefined;
  try {
    const mensaje = componer(desde, correo);
    const entero = await mensaje.build();
    async function* trozos() {
      // In pieces, each when the one before has left: whole, the end would come while the connection is still at its beginning.
      for (let i = 0; i < entero.length; i += TROZO) yield entero.subarray(i, i + TROZO);
      marca = antesDelFin();
      await marca;
      soltado = true;
    }
    await transporte.sendMail({
      envelope: mensaje.getEnvelope() as { from: string; to: string[] },
      raw: Readable.from(trozos(), { objectMode: false }),
    });
    return { estado: "aceptado" };
  } catch (error) {
    const salioEntero = soltado;
    const motivo = error instanceof Error ? error.message : String(error);
    // A number is an answer of the server: it said no. Without one, what it did with the last byte is not known.
    const respondio = typeof (error as { responseCode?: unknown }).responseCode === "number";
    if (salioEntero && !respondio) return { estado: "incierto", error: motivo };
    // The connection may fall while the mark is being made: it has to be known before undoing it.
    const marcado = await (marca?.then(
      () => true,
      () => false,
    ) ?? false);
    return { estado: "rechazado", error: motivo, marcado };
  }
}

function componer(desde: string, { clave, para, asunto, texto, creadoEn, baja }: CorreoSaliente) {
  return new MailComposer({
    from: desde,
    to: para,
    subject: asunto,
    text: texto,
    messageId: idDeMensaje(clave, desde),
    date: creadoEn,
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(baja && { "List-Unsubscribe": `<${baja}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    },
  }).compile();
}
