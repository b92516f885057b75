import { unstable_rethrow } from "next/navigation";
import type { ZodError, ZodType } from "zod";
import { ErrorDatos } from "@/lib/datos/errorDatos";
import { type Falla, fallar, REVISE, type Resultado } from "@/lib/flujo/resultado";
import { anotarError } from "./registro";

/** A failure as it leaves the server; `id` numbers the unknown ones, so that support finds them in the log. */
export type FallaRespuesta = Falla & { readonly id?: string };

/** What a server action answers. `valores` gives back what was typed, secrets apart. */
export type Respuesta<T> =
  | { readonly ok: true; readonly valor: T }
  | {
      readonly ok: false;
      readonly falla: FallaRespuesta;
      readonly valores?: Readonly<Record<string, string>>;
    };

export const SIN_SESION = fallar(
  "sin_sesion",
  "Su sesión terminó. Ingrese otra vez en una pestaña nueva y vuelva a intentarlo: lo que escribió sigue aquí.",
);
export const ORIGEN_AJENO = fallar("origen_ajeno", "La solicitud no viene de esta plataforma.");
export const DEMASIADAS = fallar(
  "demasiadas_solicitudes",
  "Recibimos muchas solicitudes seguidas desde su sesión. Espere un minuto y vuelva a intentarlo.",
);

const ESTADOS: Readonly<Record<string, number>> = {
  entrada_invalida: 400,
  sin_sesion: 401,
  origen_ajeno: 403,
  no_encontrado: 404,
  demasiado_grande: 413,
  demasiadas_solicitudes: 429,
  error_interno: 500,
  base_ocupada: 503,
};

/** HTTP status of a failure's code; 409 for every `conflicto…`, 422 for what no table names. */
export function estadoHttp(codigo: string): number {
  if (codigo.startsWith("conflicto")) return 409;
  return Object.hasOwn(ESTADOS, codigo) ? (ESTADOS[codigo] ?? 422) : 422;
}

/** The one mapper of unknown errors: rethrows what belongs to Next (redirect, notFound), logs and numbers the rest. */
export function mapearError(
  error: unknown,
  donde: Readonly<Record<string, unknown>>,
): { ok: false; falla: FallaRespuesta } {
  unstable_rethrow(error);
  // Expected when everybody comes at once: it says so, and whoever repeats by itself does.
  if (error instanceof ErrorDatos && error.codigo === "base_ocupada")
    return fallar(error.codigo, error.message);
  const id = anotarError(error, donde);
  return {
    ok: false,
    falla: {
      codigo: "error_interno",
      mensaje: `Algo falló de nuestro lado y quedó registrado con el número ${id}. Vuelva a intentarlo; si se repite, escriba a la mesa de ayuda con ese número.`,
      id,
    },
  };
}

/**
 * The same input without null characters: PostgreSQL keeps none in a text, nobody types them, and a search with one
 * would be a failure of ours. Half a character (an emoji that something cut) becomes what it is shown as: it cannot be
 * kept either, and a content with one would be told that the platform no longer takes the field.
 */
function sinNulos(crudo: unknown): unknown {
  if (typeof crudo === "string") return crudo.replaceAll("\0", "").toWellFormed();
  if (Array.isArray(crudo)) return crudo.map(sinNulos);
  if (typeof crudo !== "object" || crudo === null || Object.getPrototypeOf(crudo) !== Object.prototype)
    return crudo;
  return Object.fromEntries(Object.entries(crudo).map(([nombre, valor]) => [nombre, sinNulos(valor)]));
}

/** Parses an input by its schema; the faults come back by field, the first of each, in Spanish. */
export function parsear<T>(esquema: ZodType<T>, crudo: unknown): Resultado<T> {
  const leido = esquema.safeParse(sinNulos(crudo));
  return leido.success ? { ok: true, valor: leido.data } : fallaDeEntrada(leido.error);
}

function fallaDeEntrada(error: ZodError) {
  const campos: Record<string, string> = {};
  for (const falta of error.issues) {
    const campo = falta.path.map(String).join(".") || "formulario";
    campos[campo] ??= falta.message;
  }
  return fallar("entrada_invalida", REVISE, campos);
}
