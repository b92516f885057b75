import type { AccionFormulario, RespuestaFormulario } from "@/components/formulario/llamar";

/** The server actions of the Committee's page, as its forms call them. */
export type RespuestaComite = RespuestaFormulario;
export type AccionComite = AccionFormulario;

/** Whose matter the form is about; travels hidden in each one. */
export type MateriaEnPantalla = {
  readonly institucion: string;
  readonly materia: "plan" | "informe";
  /** «el Plan de Mejoramiento». */
  readonly conArticulo: string;
};
