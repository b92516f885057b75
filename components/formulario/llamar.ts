export type Falla = {
  readonly codigo: string;
  readonly mensaje: string;
  readonly campos?: Readonly<Record<string, string>>;
};

/** What a server action answers to the code that calls it: a value, or a failure to show. */
export type RespuestaAccion<R> =
  | { readonly ok: true; readonly valor: R }
  | { readonly ok: false; readonly falla: Falla };

/** A server action of an institution's page, called from its buttons. */
export type AccionInstitucion<E, R = null> = (
  previo: unknown,
  entrada: E & { institucion: string; _clave?: string },
) => Promise<RespuestaAccion<R>>;

/** @param escrito where what the person typed is meanwhile */
export const SIN_CONEXION = (escrito: "está en este equipo" | "sigue aquí") =>
  `No hay conexión con la plataforma. Lo que escribió ${escrito}; inténtelo de nuevo al volver.`;

/**
 * Calls a server action. With no network it answers the failure `sin_conexion`.
 * @param escrito where what the person typed is meanwhile
 */
export async function llamarAccion<E, R>(
  accion: (previo: null, entrada: E) => Promise<RespuestaAccion<R>>,
  entrada: E,
  escrito: Parameters<typeof SIN_CONEXION>[0],
): Promise<RespuestaAccion<R>> {
  try {
    return await accion(null, entrada);
  } catch {
    return { ok: false, falla: { codigo: "sin_conexion", mensaje: SIN_CONEXION(escrito) } };
  }
}
