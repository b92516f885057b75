/** What the plan's buttons call: a server action, already tied to its page. Its answer is a value or a failure to show. */
export type RespuestaAccion<R> =
  | { readonly ok: true; readonly valor: R }
  | { readonly ok: false; readonly falla: { readonly codigo: string; readonly mensaje: string } };

export type AccionPlan<E, R = null> = (
  previo: unknown,
  entrada: E & { institucion: string; _clave?: string },
) => Promise<RespuestaAccion<R>>;
