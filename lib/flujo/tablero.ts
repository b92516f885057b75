/**
 * How the coordination sees a year: the stage of each institution, the sections of its work, and how counts of many
 * institutions are read. Pure; the counting itself is the database's.
 */

/** How far an institution is, from nothing loaded to decided, in the order of the year. */
export const ETAPAS = {
  sin_plan: { nombre: "Sin plan cargado", tono: "advertencia" },
  ajuste: { nombre: "Ajusta el plan", tono: "neutro" },
  plan_en_comite: { nombre: "Plan en el Comité", tono: "neutro" },
  plan_objetado: { nombre: "Plan objetado", tono: "advertencia" },
  plan_aprobado: { nombre: "Plan aprobado", tono: "exito" },
  informe: { nombre: "Llena el informe", tono: "neutro" },
  informe_en_comite: { nombre: "Informe en el Comité", tono: "neutro" },
  informe_objetado: { nombre: "Informe objetado", tono: "advertencia" },
  informe_aprobado: { nombre: "Informe aprobado", tono: "exito" },
  enviado: { nombre: "Enviado", tono: "info" },
  en_revision: { nombre: "En revisión", tono: "info" },
  observado: { nombre: "Con observaciones", tono: "advertencia" },
  validado: { nombre: "Cumple", tono: "exito" },
  no_validado: { nombre: "No cumple", tono: "error" },
} as const;

export type Etapa = keyof typeof ETAPAS;
export const IDS_ETAPA = Object.keys(ETAPAS) as readonly Etapa[];

/** The sections of the year's work, each counted as finished and as begun. */
export const SECCIONES_TABLERO = {
  plan: "Plan aprobado por el Comité",
  informe: "Informe aprobado por el Comité",
  difusion: "Difusión con alguna instancia",
  envio: "Expediente enviado",
  revision: "Revisión decidida",
} as const;

export type SeccionTablero = keyof typeof SECCIONES_TABLERO;

/** Ways of splitting the institutions. */
export const DIMENSIONES = { ministerio: "Ministerio", grupo: "Grupo" } as const;
export type Dimension = keyof typeof DIMENSIONES;

/** What else may be asked of the institutions shown. */
export const CONDICIONES = {
  atraso: "Con algo fuera de plazo",
  prorroga: "Con prórroga",
  observaciones: "Con observaciones abiertas",
} as const;
export type Condicion = keyof typeof CONDICIONES;

/** Filters of the board; blank means all. */
export type FiltroTablero = {
  readonly texto: string;
  readonly ministerio: string;
  /** Id of the group; «ninguno» for institutions without one. */
  readonly grupo: string;
  readonly etapa: Etapa | "";
  readonly con: Condicion | "";
};

export const SIN_FILTRO: FiltroTablero = { texto: "", ministerio: "", grupo: "", etapa: "", con: "" };
export const SIN_GRUPO = "ninguno";

/** Whether something an institution owes is late at an instant. */
export function estaAtrasada(
  debe: { readonly vencePlan: Date | null; readonly venceEnvio: Date | null },
  ahora: Date,
): boolean {
  return [debe.vencePlan, debe.venceEnvio].some((vence) => vence !== null && vence <= ahora);
}

/** Counts of a set of institutions. */
export type Cuenta = {
  readonly instituciones: number;
  readonly atrasadas: number;
  readonly etapas: Readonly<Partial<Record<Etapa, number>>>;
  readonly listas: Readonly<Record<SeccionTablero, number>>;
};

/** Text as it is searched: lower case, without accents. The summary keeps its own in the same form. */
export function comoSeBusca(texto: string): string {
  return texto.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** A day (AAAA-MM-DD, continental Chile) with how many reached a milestone on it. */
export type DiaContado = { readonly dia: string; readonly cuantas: number };

export type PuntoAcumulado = { readonly dia: string; readonly acumulado: number };

/** The running total of days with something, in order. */
export function acumular(dias: readonly DiaContado[]): PuntoAcumulado[] {
  let acumulado = 0;
  return dias
    .toSorted((a, b) => (a.dia < b.dia ? -1 : 1))
    .map(({ dia, cuantas }) => {
      acumulado += cuantas;
      return { dia, acumulado };
    });
}

/** Whole percentage of a part; 100 only when it is all, 0 only when it is none. */
export function porcentaje(parte: number, total: number): number {
  if (total === 0 || parte === 0) return 0;
  if (parte === total) return 100;
  return Math.min(99, Math.max(1, Math.round((parte / total) * 100)));
}
