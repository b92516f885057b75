import type { ValorCampo } from "./campo";

/** What the screens of the report show, between the use cases that make it and the components that draw it. */

/** An element of the plan in force that a difficulty may be linked to. */
export type ElementoVinculable = {
  readonly id: string;
  /** «Actividad A3», with a few words of it. */
  readonly nombre: string;
  readonly componente: "objetivos" | "actividades" | "indicadoresDesempeno" | "indicadoresSatisfaccion";
};

/** An activity not fulfilled or a target missed that no difficulty explains yet (DYH-07). */
export type Sugerencia = {
  readonly id: string;
  readonly componente: ElementoVinculable["componente"];
  readonly nombre: string;
  /** «No se cumplió», «No alcanzó la meta». */
  readonly motivo: string;
};

/** What a difficulty says, as it is kept. */
export type DificultadEscrita = {
  readonly tipo: string | null;
  readonly descripcion: string | null;
  readonly factoresInternos: string | null;
  readonly factoresExternos: string | null;
  readonly componentes: readonly string[];
  readonly elementos: readonly string[];
};

/** A fault of a file that is brought in, where the person finds it: sheet and cell, or a place of the JSON. */
export type FaltaImportada = {
  readonly donde: string;
  readonly encontrado: string;
  readonly esperado: string;
  readonly mensaje: string;
  readonly nivel: "error" | "aviso";
};

/** One field that a file changes. `base` is what is kept now: it is written only if it still is. */
export type CambioImportado = {
  readonly lugar: string;
  readonly base: ValorCampo;
  readonly valor: ValorCampo;
  /** «Actividad A1 · Explicación». */
  readonly que: string;
  readonly donde: string;
  readonly antes: string;
  readonly despues: string;
  /** What was done there after the file was handed out, by whom and when; null when nothing, or the file does not say. */
  readonly posterior: string | null;
};

/** What a file would do to the report: nothing is done until the person says so. */
export type Importacion = {
  readonly cambios: readonly CambioImportado[];
  readonly nuevas: readonly DificultadEscrita[];
  /** Difficulties that the file no longer has, with what they said when it was compared. */
  readonly quitadas: readonly { readonly id: string; readonly visto: DificultadEscrita }[];
  /** What could not be read: it changes nothing. */
  readonly faltas: readonly FaltaImportada[];
  /** What the report would still lack. */
  readonly reglas: readonly FaltaImportada[];
};

/** What was done of it. */
export type ImportacionHecha = {
  readonly guardados: number;
  readonly agregadas: number;
  readonly quitadas: number;
  /** Fields that somebody else changed in between: they stay as they are. */
  readonly conflictos: readonly { readonly que: string; readonly mensaje: string }[];
};
