import { z } from "zod";

const esquema = z.object({
  /** smtp://user:password@host:587 or smtps://…; without it nothing is sent and mails wait in the outbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  CORREO_DESDE: z.string().default("Plataforma CSEU <no-responder@localhost>"),
  /** "0" lets mails leave without TLS, for a server in the same machine. */
  SMTP_EXIGE_TLS: z.enum(["0", "1"]).default("1"),
});

export type ConfiguracionCorreo = {
  readonly url: string;
  readonly desde: string;
  readonly exigeTls: boolean;
};

/** How mails leave; null when nothing is configured. Throws, naming the variable, when it is unreadable. */
export function leerConfiguracionCorreo(
  entorno: Readonly<Record<string, string | undefined>> = process.env,
): ConfiguracionCorreo | null {
  const leido = esquema.safeParse({ ...entorno, SMTP_URL: entorno.SMTP_URL || undefined });
  if (!leido.success) throw new Error(`Configuración de correo: ${z.prettifyError(leido.error)}`);
  const { SMTP_URL, CORREO_DESDE, SMTP_EXIGE_TLS } = leido.data;
  return SMTP_URL ? { url: SMTP_URL, desde: CORREO_DESDE, exigeTls: SMTP_EXIGE_TLS === "1" } : null;
}
