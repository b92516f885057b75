import type { EstadoDiferencia, Tramo } from "@/lib/expediente/comparar";

/** What the screen, the command and the server say to each other about preloading plans. */

/** Largest file of a plan: the largest real ones are some hundred kilobytes. */
export const TAMANO_MAXIMO_PLAN = 8 * 1024 * 1024;
export const TAMANO_MAXIMO_PLAN_TEXTO = "8 MB";

/** For the `accept` of the file input. It helps to choose; the content decides. */
export const ACEPTA_PLAN = ".json,.xlsx";

/** Differences and faults beyond these are counted, not listed. */
export const MAXIMO_FALTAS_VISTAS = 500;

/** A fault of a file: in JSON `hoja` is "" and `celda` a JSON Pointer. */
export type FaltaPrecarga = {
  readonly hoja: string;
  readonly celda: string;
  readonly encontrado: string;
  readonly esperado: string;
  readonly mensaje: string;
  readonly nivel: "error" | "aviso";
  readonly regla?: string;
};

/**
 * What loading a file would do:
 * crear, the institution has no plan yet; reemplazar, it has another and nobody has worked on it; confirmar, it has
 * another and the institution has worked on it; igual, it has this very one; con_faltas, the file must be mended;
 * impedida, the institution's expediente does not admit it now.
 */
export type SituacionPrecarga = "crear" | "reemplazar" | "confirmar" | "igual" | "con_faltas" | "impedida";

export type CuentaPlan = {
  readonly objetivos: number;
  readonly indicadores: number;
  readonly actividades: number;
  readonly tramites: number;
};

export type DiferenciaVista = {
  readonly elemento: string;
  readonly nombre: string;
  readonly estado: EstadoDiferencia;
  /** Those that change, with their words. */
  readonly componentes: readonly {
    readonly componente: string;
    readonly nombre: string;
    readonly tramos: readonly Tramo[];
  }[];
};

/** A decision of the institution that the load would take away. */
export type DecisionPerdida = {
  /** «Actividad 3 (Publicar…), Plazos». */
  readonly donde: string;
  readonly decision: string;
  /** What it had written as new content, in words; "" when it only kept or removed. */
  readonly contenido: string;
  readonly argumento: string;
};

export type Perdida = {
  readonly decisiones: readonly DecisionPerdida[];
  /** Decisions about what does not change: they stay. */
  readonly conservadas: number;
  /** Signatures and acts left without effect, answers of the report left aside; one sentence each. */
  readonly otras: readonly string[];
};

/** What loading one file would do to one institution. */
export type RevisionPlan = {
  readonly institucion: { readonly codigo: string; readonly nombre: string; readonly existe: boolean } | null;
  readonly situacion: SituacionPrecarga;
  readonly faltas: readonly FaltaPrecarga[];
  /** How many errors and warnings there are, those not listed included. */
  readonly errores: number;
  readonly avisos: number;
  readonly cuenta: CuentaPlan | null;
  readonly tramitesNuevos: number;
  readonly diferencias: readonly DiferenciaVista[];
  readonly perdida: Perdida | null;
  /** Why it is not admitted now, with its remedy. */
  readonly impedimento: string | null;
  /** Names what was seen: a load that finds something else is refused. */
  readonly visto: string;
};

export type ResultadoPrecarga = {
  readonly hecho: "creado" | "reemplazado" | "sin_cambios";
  readonly institucion: { readonly codigo: string; readonly nombre: string };
  readonly cuenta: CuentaPlan;
  readonly institucionCreada: boolean;
};

/** What the person says to replace a plan on which the institution has worked. */
export type ConfirmacionPrecarga = {
  readonly visto?: string | undefined;
  /** The institution's code, typed. */
  readonly codigo?: string | undefined;
  readonly motivo?: string | undefined;
};

export const NOMBRES_SITUACION: Readonly<Record<SituacionPrecarga, string>> = {
  crear: "Se crea",
  reemplazar: "Se reemplaza",
  confirmar: "Pide confirmación",
  igual: "Ya está cargado",
  con_faltas: "Con faltas",
  impedida: "No se puede cargar",
};

/** Whether a file can be loaded without anybody saying more. */
export const cargaDirecta = ({ situacion }: Pick<RevisionPlan, "situacion">): boolean =>
  situacion === "crear" || situacion === "reemplazar";
