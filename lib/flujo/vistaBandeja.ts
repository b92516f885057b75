import type { EstadoEnvio } from "./revision";

/** The reviewers' inbox: what is asked of it and what it answers. Shared by the server and the screens. */

export const VISTAS_BANDEJA = { mias: "Mías", grupo: "De mi grupo", todas: "Todas" } as const;
export type VistaBandeja = keyof typeof VISTAS_BANDEJA;

/** Days since it was sent, at least. */
export const ANTIGUEDADES = [3, 7, 14, 30] as const;

/** States by which the inbox is narrowed; «sin_envio»: institutions without a version of the round asked for, or of the final one. */
export const ESTADOS_BANDEJA = [
  "enviado",
  "en_revision",
  "observado",
  "validado",
  "no_validado",
  "sin_envio",
] as const;
export type EstadoBandeja = (typeof ESTADOS_BANDEJA)[number];

export type FiltroBandeja = {
  readonly vista: VistaBandeja;
  readonly estado: EstadoBandeja | "";
  /** Days since it was sent, at least; 0 for any. */
  readonly dias: number;
  readonly ministerio: string;
  /** Id of a preliminary round, "final", or "" for any. */
  readonly ronda: string;
  /** First versions, those corrected after a return, or "" for any. */
  readonly version: "primera" | "corregida" | "";
  readonly buscar: string;
  readonly pagina: number;
};

/** The first page of everything within reach. */
export const BANDEJA_ENTERA: FiltroBandeja = {
  vista: "todas",
  estado: "",
  dias: 0,
  ministerio: "",
  ronda: "",
  version: "",
  buscar: "",
  pagina: 1,
};

export type FilaBandeja = {
  readonly institucionId: string;
  readonly codigo: string;
  readonly nombre: string;
  readonly ministerio: string;
  readonly grupo: string | null;
  readonly revisor: string | null;
  readonly envioId: string | null;
  readonly version: number | null;
  readonly estado: EstadoEnvio | null;
  /** Name of its preliminary round, or of the one nothing was sent to; null: the final one. */
  readonly ronda: string | null;
  readonly enviadoEn: Date | null;
  readonly devueltoEn: Date | null;
  /** Until when what was returned may be answered; null when nothing may. */
  readonly responderHasta: Date | null;
  /** Observations without resolving. */
  readonly observaciones: number;
  /** Parts that changed since the version before; null for the first of all. */
  readonly cambios: readonly ("plan" | "informe" | "difusion")[] | null;
  /** The round of the version before, when it is another. */
  readonly cambiosDesde: string | null;
};

export type Bandeja = {
  readonly filas: readonly FilaBandeja[];
  readonly total: number;
  /** How many of each state with the other filters, before narrowing by state. */
  readonly cuentas: Readonly<Partial<Record<EstadoBandeja, number>>>;
};
