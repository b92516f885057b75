import { unstable_isUnrecognizedActionError } from "next/navigation";

export type Falla = {
  readonly codigo: string;
  readonly mensaje: string;
  readonly campos?: Readonly<Record<string, string>>;
};

/** What a server action answers to the code that calls it: a value, or a failure to show. */
export type RespuestaAccion<R> =
  | { readonly ok: true; readonly valor: R }
  | { readonly ok: false; readonly falla: Falla };

/** What it answers to a form: besides, when it fails, what its native controls must show again. */
export type RespuestaFormulario<V = unknown> =
  | { readonly ok: true; readonly valor: V }
  | { readonly ok: false; readonly falla: Falla; readonly valores?: Readonly<Record<string, string>> };

/** A server action of a form. */
export type AccionFormulario<R = RespuestaFormulario> = (previo: unknown, entrada: FormData) => Promise<R>;

/** A server action of an institution's page, called from its buttons. */
export type AccionInstitucion<E, R = null> = (
  previo: unknown,
  entrada: E & { institucion: string; _clave?: string },
) => Promise<RespuestaAccion<R>>;

/** Where what the person did is meanwhile. */
type Queda =
  | "Lo que escribió está en este equipo"
  | "Lo que escribió sigue aquí"
  | "El archivo ya llegó a la plataforma";

/** Why a server action gave no answer: `otra_version`, the platform was updated under an open page; else `sin_conexion`. */
export function sinRespuesta(error: unknown, queda: Queda): Falla {
  if (unstable_isUnrecognizedActionError(error))
    return {
      codigo: "otra_version",
      mensaje:
        "La plataforma se actualizó mientras esta página estaba abierta. Copie lo que escribió, recargue la página y vuelva a intentarlo.",
    };
  return {
    codigo: "sin_conexion",
    mensaje: `No hay conexión con la plataforma. ${queda}; inténtelo de nuevo al volver.`,
  };
}

/** Calls a server action. When it gives no answer, it answers why (`sinRespuesta`). */
export async function llamarAccion<E, R extends { readonly ok: boolean }>(
  accion: (previo: null, entrada: E) => Promise<R>,
  entrada: E,
  queda: Queda,
): Promise<R | { readonly ok: false; readonly falla: Falla }> {
  try {
    return await accion(null, entrada);
  } catch (error) {
    return { ok: false, falla: sinRespuesta(error, queda) };
  }
}
