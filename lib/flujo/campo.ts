/**
 * The fields that people write and that are saved one by one: which row each belongs to, and what it holds.
 * Screens, the saving route and the SQL are drawn from this table; a field that is not here is not saved.
 */

/**
 * How a value is kept.
 * - `texto`: as written. `numero`, `fecha`: canonical when readable ("1234.5", "2025-06-30"), as written when not.
 * - `siNo`: boolean. `lista`: texts. `json`: the content of an adjustment, in its component's shape.
 */
export type TipoCampo = "texto" | "numero" | "fecha" | "siNo" | "lista" | "json";

/** What keeps a group of fields closed: the approval of the plan, of the report, or only the submission. */
export type Cierre = "plan" | "informe" | "envio";

type Grupo = {
  readonly tabla: string;
  /** Parts of the key that the address of the field brings, after the institution and the year. */
  readonly clave: readonly string[];
  readonly cierre: Cierre;
  readonly campos: Readonly<Record<string, TipoCampo>>;
};

export const GRUPOS = {
  informe: {
    tabla: "informe",
    clave: [],
    cierre: "informe",
    campos: {
      avances: "texto",
      desafios: "texto",
      resultados: "texto",
      leccionesAprendidas: "texto",
      sinDificultadesNiHolguras: "texto",
    },
  },
  actividad: {
    tabla: "informe_actividad",
    clave: ["actividad"],
    cierre: "informe",
    campos: {
      ejecutadaSegunDescripcion: "siNo",
      explicacion: "texto",
      medioDescripcion: "texto",
      medioFormatos: "lista",
      custodia: "texto",
    },
  },
  tramite: {
    tabla: "informe_tramite",
    clave: ["actividad", "tramite"],
    cierre: "informe",
    campos: { vinculado: "siNo", explicacion: "texto" },
  },
  componente: {
    tabla: "informe_componente",
    clave: ["actividad", "componente"],
    cierre: "informe",
    campos: { modificado: "siNo", justificacion: "texto" },
  },
  indicador: {
    tabla: "informe_indicador",
    clave: ["indicador"],
    cierre: "informe",
    campos: {
      medido: "siNo",
      numerador: "numero",
      denominador: "numero",
      resultado: "numero",
      interpretacion: "texto",
      analisisBrechas: "texto",
      recomendaciones: "texto",
      justificacion: "texto",
      antecedentes: "texto",
    },
  },
  dificultad: {
    tabla: "dificultad_holgura",
    clave: ["id"],
    cierre: "informe",
    campos: {
      tipo: "texto",
      descripcion: "texto",
      factoresInternos: "texto",
      factoresExternos: "texto",
      componentes: "lista",
      elementos: "lista",
    },
  },
  difusion: {
    tabla: "difusion",
    clave: [],
    cierre: "envio",
    campos: {
      homologado: "siNo",
      actoFecha: "fecha",
      actoVigenciaDesde: "fecha",
      actoVigenciaHasta: "fecha",
      dictamenFecha: "fecha",
    },
  },
  instancia: {
    tabla: "difusion_instancia",
    clave: ["id"],
    cierre: "envio",
    campos: { fecha: "fecha", medio: "texto", modalidad: "texto", audiencia: "texto" },
  },
  ajuste: {
    tabla: "ajuste",
    clave: ["elemento", "componente"],
    cierre: "plan",
    campos: {
      contenido: "json",
      categorias: "lista",
      otraRazon: "texto",
      argumento: "texto",
      antecedentes: "texto",
    },
  },
} as const satisfies Record<string, Grupo>;

export type NombreGrupo = keyof typeof GRUPOS;

/** The groups that are closed together: all that is written in the plan, in the report or in the dissemination. */
export const gruposDe = (cierre: Cierre): NombreGrupo[] =>
  (Object.keys(GRUPOS) as NombreGrupo[]).filter((grupo) => GRUPOS[grupo].cierre === cierre);

/** An object of a content: an indicator, a period, the costs. */
export type ObjetoCampo = { readonly [llave: string]: unknown };

export type ValorCampo = string | boolean | readonly string[] | ObjetoCampo | readonly ObjetoCampo[] | null;

/** Address of a field: group, key and name. It is also the id of its control on the screen. */
export type Lugar = {
  readonly grupo: NombreGrupo;
  readonly clave: readonly string[];
  readonly campo: string;
};

/**
 * Writes an address as one text, `grupo/clave…/campo`, each part URI-encoded.
 * @returns a text that `leerLugar` reads back, valid as an HTML id and as a fragment of a link.
 */
export function escribirLugar({ grupo, clave, campo }: Lugar): string {
  return [grupo, ...clave, campo].map(encodeURIComponent).join("/");
}

/** Reads what `escribirLugar` wrote; null when no field has that address. */
export function leerLugar(texto: string): Lugar | null {
  let partes: string[];
  try {
    partes = texto.split("/").map(decodeURIComponent);
  } catch {
    return null;
  }
  const [grupo, ...resto] = partes;
  const campo = resto.pop();
  if (grupo === undefined || campo === undefined || !Object.hasOwn(GRUPOS, grupo)) return null;
  const nombre = grupo as NombreGrupo;
  if (resto.length !== GRUPOS[nombre].clave.length || tipoDe(nombre, campo) === null) return null;
  return { grupo: nombre, clave: resto, campo };
}

/** The kind of value of a field; null when the group has no such field. */
export function tipoDe(grupo: NombreGrupo, campo: string): TipoCampo | null {
  const campos: Readonly<Record<string, TipoCampo>> = GRUPOS[grupo].campos;
  return Object.hasOwn(campos, campo) ? (campos[campo] ?? null) : null;
}
