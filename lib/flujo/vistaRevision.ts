import type { IdRequisito } from "@/lib/guia/e3-2025/requisitos";
import type { EstadoObservacion, GestoObservacion } from "./observacion";

/** What the screen of a review shows. Shared by the server and the components. */

/** A file that goes with a version. */
export type ArchivoRevisado = {
  readonly nombre: string;
  /** Id to download it and to pin an observation; null when its bytes are not in the store. */
  readonly id: string | null;
  readonly tamano: number | null;
};

/** A field of the version as sent, with its address. */
export type CampoRevisado = {
  readonly ruta: string;
  readonly etiqueta: string;
  readonly texto: string | null;
  /** What the plan of the year before said, when it was modified. */
  readonly antes?: string | undefined;
  readonly archivo?: ArchivoRevisado | undefined;
};

/** An element of the version: an activity, an indicator, an act, an instance of dissemination. */
export type FichaRevisada = {
  readonly ruta: string;
  readonly titulo: string;
  /** What is computed of it, or which decision it carries. */
  readonly detalle?: string | undefined;
  readonly campos: readonly CampoRevisado[];
};

export const SECCIONES_REVISION = {
  plan: { titulo: "Plan vigente", requisito: "E3O1RT1", lugares: ["/ajustes", "/planOriginal"] },
  actividades: { titulo: "Actividades", requisito: "E3O1RT1", lugares: ["/informe/actividades"] },
  indicadores: {
    titulo: "Indicadores",
    requisito: "E3O1RT1",
    lugares: ["/informe/indicadoresDesempeno", "/informe/indicadoresSatisfaccion"],
  },
  analisis: {
    titulo: "Dificultades y seguimiento",
    requisito: "E3O1RT1",
    lugares: ["/informe/dificultadesHolguras", "/informe/seguimiento", "/informe/sinDificultadesNiHolguras"],
  },
  actas: {
    titulo: "Actas del Comité",
    requisito: "E3O1RT1",
    lugares: ["/aprobacionPlan", "/aprobacionInforme"],
  },
  difusion: { titulo: "Difusión", requisito: "E3O1RT2", lugares: ["/difusion"] },
} as const satisfies Record<
  string,
  { readonly titulo: string; readonly requisito: IdRequisito; readonly lugares: readonly string[] }
>;

export type IdSeccion = keyof typeof SECCIONES_REVISION;
export const ID_SECCIONES = Object.keys(SECCIONES_REVISION) as readonly IdSeccion[];

/** The section that shows a place of the expediente; the first one for a place that none shows. */
export function seccionDeRuta(ruta: string): IdSeccion {
  const es = (id: IdSeccion) =>
    SECCIONES_REVISION[id].lugares.some((lugar) => ruta === lugar || ruta.startsWith(`${lugar}/`));
  return ID_SECCIONES.find(es) ?? (ruta.startsWith("/informe") ? "actividades" : "plan");
}

/** The HTML id of a place: a pointer is one once its spaces are encoded. */
export const idDeRuta = (ruta: string): string => `r${encodeURI(ruta)}`;

export const RESULTADOS = {
  cumple: "Cumple",
  con_observaciones: "Con observaciones",
  no_cumple: "No cumple",
} as const;
export type Resultado = keyof typeof RESULTADOS;

/** A verdict of the Red, which the institution reads once its version is returned or decided. */
export type ResultadoPublicado = {
  readonly id: string;
  /** The requirement, or its medio de verificación. */
  readonly nombre: string;
  readonly resultado: Resultado;
  readonly razon: string;
};

/** The verdict on a requirement or a medio, with who gave it. */
export type CriterioVisto = {
  readonly resultado: Resultado;
  readonly razon: string;
  readonly por: string;
  readonly en: Date;
};

export type ReglaVista = {
  readonly codigo: string;
  readonly exigencia: string;
  /** Its faults in the version; none: it is met. */
  readonly faltas: readonly {
    readonly ruta: string;
    readonly nivel: "error" | "aviso";
    readonly mensaje: string;
  }[];
};

export type MedioVisto = {
  readonly id: string;
  readonly nombre: string;
  readonly criterio: CriterioVisto | null;
  readonly reglas: readonly ReglaVista[];
  readonly archivos: readonly (ArchivoRevisado & { readonly ruta: string })[];
};

export type RequisitoVisto = {
  readonly id: IdRequisito;
  readonly nombre: string;
  readonly criterio: CriterioVisto | null;
  readonly medios: readonly MedioVisto[];
};

/** How many rules of a medio de verificación are not met: those with a fault that is an error. */
export const incumplidas = ({ reglas }: Pick<MedioVisto, "reglas">): number =>
  reglas.filter(({ faltas }) => faltas.some(({ nivel }) => nivel === "error")).length;

/** The same in words: «1 regla no se cumple». Empty when all are met. */
export function incumplidasEnPalabras(cuantas: number): string {
  if (cuantas === 0) return "";
  return cuantas === 1 ? "1 regla no se cumple" : `${cuantas} reglas no se cumplen`;
}

export type ObservacionVista = {
  readonly id: string;
  readonly version: number;
  readonly requisito: string;
  readonly ruta: string;
  /** Where it is pinned, in words. */
  readonly lugar: string;
  readonly archivo: { readonly id: string; readonly nombre: string } | null;
  readonly pagina: number | null;
  readonly estado: EstadoObservacion;
  readonly borrador: boolean;
  /** Whether the institution answered since the Red last asked: only then it may be resolved or insisted on. */
  readonly contestada: boolean;
  readonly hilo: readonly {
    readonly id: string;
    readonly gesto: GestoObservacion;
    readonly autor: string;
    readonly texto: string;
    readonly en: Date;
  }[];
};

export type NotaVista = {
  readonly id: string;
  readonly texto: string;
  readonly autor: string;
  readonly propia: boolean;
  /** Number of the version it was written on; null when it is the one that is read. */
  readonly deVersion: number | null;
  readonly en: Date;
};

/** A field that changed since the version before. */
export type CambioVisto = {
  readonly ruta: string;
  readonly lugar: string;
  readonly antes: string;
  readonly despues: string;
};

/** A version of the year, with the name of its round. */
export type VersionVista = {
  readonly id: string;
  readonly version: number;
  readonly ronda: string;
  /** Whether it is of the round of the version that is being read. */
  readonly deEstaRonda: boolean;
};

/** A page of what changed since the version before. */
export type CambiosVistos = {
  /** The version it is compared with; `ronda`, its round when it is another. */
  readonly desde: { readonly id: string; readonly version: number; readonly ronda: string | null };
  readonly campos: readonly CambioVisto[];
  readonly total: number;
  readonly pagina: number;
  readonly paginas: number;
  /** Pointers of every field that changed, of any page. */
  readonly rutas: ReadonlySet<string>;
};

/** A text that reviewers reuse. */
export type Plantilla = {
  readonly id: string;
  /** Null: for any requirement. */
  readonly requisito: string | null;
  readonly titulo: string;
  readonly texto: string;
};
