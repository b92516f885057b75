/** What the report's buttons call: a server action of its page. Its answer is a value or a failure to show. */
export type AccionInforme<E, R = null> = (
  previo: unknown,
  entrada: E & { institucion: string; _clave?: string },
) => Promise<
  | { readonly ok: true; readonly valor: R }
  | { readonly ok: false; readonly falla: { readonly codigo: string; readonly mensaje: string } }
>;
