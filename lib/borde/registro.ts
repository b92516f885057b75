import { randomBytes } from "node:crypto";
import pino from "pino";

/** The log of the server: JSON lines on standard output. Never holds passwords, tokens, cookies or file contents. */
export const registro = pino({
  name: "cseu",
  level: process.env.NIVEL_REGISTRO ?? "info",
  redact: ["clave", "contrasena", "token", "*.clave", "*.token", "headers.cookie", "headers.authorization"],
});

/**
 * Logs an unknown error under a short number that the person can read out to support.
 * Takes the error and where it happened. Returns the number, such as "7F3A-91C2".
 */
export function anotarError(error: unknown, donde: Readonly<Record<string, unknown>>): string {
  const hex = randomBytes(4).toString("hex").toUpperCase();
  const id = `${hex.slice(0, 4)}-${hex.slice(4)}`;
  registro.error({ id, ...donde, err: error }, "error interno");
  return id;
}
