import { randomBytes } from "node:crypto";
import pino from "pino";
import { enCurso } from "./enCurso";

const CORREO = /[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g;
const RUN = /\b\d{1,2}\.?\d{3}\.?\d{3}-[\dkK]\b/g;

/** What an error says, without what people wrote: databases quote values, and a mail server quotes addresses. */
function sinPersonas(texto: string): string {
  return texto
    .replace(/\(([^()]*)\)=\([^)]*\)/g, "($1)=(…)")
    .replace(/"[^"]*"/g, '"…"')
    .replace(CORREO, "…@…")
    .replace(RUN, "…-…")
    .slice(0, 500);
}

type Anotado = { tipo: string; codigo?: string; mensaje: string; pila: string[]; causa?: Anotado };

/** An error, or what a library hands over in its place: the job queue copies its errors into plain objects. */
const esComoError = (dato: unknown): dato is Error & { readonly code?: unknown; readonly codigo?: unknown } =>
  typeof dato === "object" && dato !== null && "message" in dato && typeof dato.message === "string";

/** An error as it is written down: kind, code and where it happened, never its data. */
export function anotable(error: unknown, fondo = 0): Anotado {
  if (!esComoError(error)) return { tipo: typeof error, mensaje: "", pila: [] };
  const { code, codigo, name = "Error" } = error;
  const clave = [codigo, code].find((uno) => typeof uno === "string");
  return {
    tipo: name,
    ...(typeof clave === "string" && { codigo: clave }),
    // The rest of a Prisma message quotes the call with its values.
    mensaje: sinPersonas(
      error.message
        .trim()
        .split("\n")
        .at(name.startsWith("Prisma") ? -1 : 0) ?? "",
    ),
    pila: (error.stack ?? "")
      .split("\n")
      .filter((linea) => /^\s+at /.test(linea))
      .slice(0, 12),
    ...(esComoError(error.cause) && fondo < 3 && { causa: anotable(error.cause, fondo + 1) }),
  };
}

/** In development, one line for the eye; elsewhere, the JSON as it is. */
const legible: pino.DestinationStream = {
  write(linea) {
    const { level, time, pid, hostname, name, msg, err, ...resto } = JSON.parse(linea);
    const hora = new Date(time).toLocaleTimeString("es-CL", { hour12: false });
    const datos = Object.entries(resto).map(([clave, valor]) => `${clave}=${JSON.stringify(valor)}`);
    const pila = err ? `\n${err.tipo}: ${err.mensaje}\n${err.pila.join("\n")}` : "";
    process.stdout.write(`${hora} ${pino.levels.labels[level]} ${msg} ${datos.join(" ")}${pila}\n`);
  },
};

/**
 * The log of the server: one line of JSON for each request, job and failure, on standard output. NIVEL_REGISTRO says how
 * much (`info` by default). Ids, use case, milliseconds and status; never a name, an address, a text or a secret.
 */
export const registro = pino(
  {
    name: "cseu",
    level: process.env.NIVEL_REGISTRO ?? "info",
    serializers: { err: anotable },
    redact: ["clave", "contrasena", "token", "*.clave", "*.token", "headers.cookie", "headers.authorization"],
  },
  process.env.NODE_ENV === "development" ? legible : pino.destination({ dest: 1, sync: true }),
);

/**
 * Logs an unknown error under a short number that the person can read out to support.
 * Takes the error and where it happened. Returns the number, such as "7F3A-91C2".
 */
export function anotarError(error: unknown, donde: Readonly<Record<string, unknown>>): string {
  const hex = randomBytes(4).toString("hex").toUpperCase();
  const id = `${hex.slice(0, 4)}-${hex.slice(4)}`;
  const pedido = enCurso();
  registro.error({ id, solicitud: pedido?.id, caso: pedido?.caso, ...donde, err: error }, "error interno");
  return id;
}
