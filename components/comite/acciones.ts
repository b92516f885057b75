/** The server actions of the Committee's page, as its forms call them. */
export type RespuestaComite =
  | { readonly ok: true; readonly valor?: unknown }
  | {
      readonly ok: false;
      readonly falla: {
        readonly codigo: string;
        readonly mensaje: string;
        readonly campos?: Readonly<Record<string, string>>;
      };
      readonly valores?: Readonly<Record<string, string>>;
    };

/** For `useActionState`, from a form. */
export type AccionComite = (previo: unknown, entrada: FormData) => Promise<RespuestaComite>;

/** Whose matter the form is about; travels hidden in each one. */
export type MateriaEnPantalla = {
  readonly institucion: string;
  readonly materia: "plan" | "informe";
  /** «el Plan de Mejoramiento». */
  readonly conArticulo: string;
};
