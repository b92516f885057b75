/** What the screens of the Committee show, between the use cases that make it and the components that draw it. */

/** One change to the plan as the Committee reads it: what it said, what it says, and why. */
export type Cambio = {
  /** Unique in the list. */
  readonly clave: string;
  /** «Actividad 3 (Publicar los tiempos…)». */
  readonly elemento: string;
  /** «Plazos de ejecución»; null for the whole element. */
  readonly componente: string | null;
  readonly decision: "modifica" | "incorpora" | "elimina";
  /** «Se modifica». */
  readonly enPalabras: string;
  readonly antes: string;
  readonly despues: string;
  readonly categorias: readonly { readonly nombre: string; readonly explicacion: string }[];
  readonly otraRazon: string | null;
  readonly argumento: string | null;
  readonly antecedentes: string | null;
  /** ISO instant. */
  readonly registradoEn: string | null;
};

/** A member of the Committee before a version: what they decided on it, if they did. */
export type Voto = {
  readonly usuarioId: string;
  readonly nombre: string;
  readonly cargo: string | null;
  readonly area: string | null;
  readonly preside: boolean;
  readonly decision: "aprueba" | "objeta" | null;
  readonly motivo: string | null;
  readonly en: Date | null;
  /** Signed and is no longer of the Committee. */
  readonly retirado: boolean;
};

/** A document in words: the tree of `lib/documentos`, each value already written as people read it. */
export type SeccionLeida = {
  readonly titulo: string;
  readonly introduccion: string | null;
  readonly piezas: readonly Pieza[];
  readonly subsecciones: readonly SeccionLeida[];
};

export type Pieza =
  | { readonly clase: "parrafo"; readonly texto: string; readonly tono: "normal" | "aviso" | "nota" }
  | { readonly clase: "datos"; readonly titulo: string | null; readonly datos: readonly DatoLeido[] }
  | {
      readonly clase: "fichas";
      readonly titulo: string | null;
      readonly fichas: readonly Ficha[];
      readonly vacio: string | null;
    };

export type Ficha = {
  readonly titulo: string | null;
  readonly datos: readonly DatoLeido[];
  readonly piezas: readonly Pieza[];
};

/** A null text is «Sin informar». */
export type DatoLeido = {
  readonly etiqueta: string;
  readonly texto: string | null;
  readonly huella: boolean;
};

/** What a report answers about a part of the plan: how many it fulfilled of how many, and which it did not. */
export type CuentaEnBreve = {
  readonly clave: "actividades" | "desempeno" | "satisfaccion";
  readonly titulo: string;
  /** «3 de 5 cumplidas»; null when the plan has none. */
  readonly cifra: string | null;
  /** Each state that is not the good one, with those in it: «No cumplidas: 1». */
  readonly grupos: readonly {
    readonly nombre: string;
    readonly cuantos: number;
    readonly casos: readonly { readonly clave: string; readonly texto: string }[];
  }[];
};

/** A report as a member of the Committee takes it in before reading it whole. */
export type InformeEnBreve = {
  readonly cuentas: readonly CuentaEnBreve[];
  readonly dificultades: readonly { readonly tipo: string; readonly texto: string | null }[];
  /** Why there are none, when that is declared. */
  readonly sinDificultades: string | null;
  readonly seguimiento: readonly { readonly titulo: string; readonly texto: string | null }[];
};
