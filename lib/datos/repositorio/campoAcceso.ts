import type { NombreGrupo } from "@/lib/flujo/campo";

/** How the fields that are saved one by one are reached in their tables. */

// $1 institution, $2 instant; `ej` is the exercise that counts at that instant.
export const DEL_ANIO = "institucion_id = $1 AND ejercicio_id = (SELECT id FROM ej)";
export const EJERCICIO =
  "ej AS (SELECT ejercicio_en_curso($2::timestamptz) AS id WHERE $1::uuid IS NOT NULL)";

/** How the rows of a group are reached from institution and exercise; `clave(i)` is the placeholder of its key's i-th part. */
type Acceso = {
  /** Rows of the institution's year. */
  readonly ambito: string;
  readonly llave: (clave: (i: number) => string) => string;
  readonly padre?: string;
  readonly extra?: string;
};

const DE_INFORME = `informe_id = (SELECT id FROM informe WHERE ${DEL_ANIO})`;
const DE_DIFUSION = `difusion_id = (SELECT id FROM difusion WHERE ${DEL_ANIO})`;

export const ACCESO: Readonly<Record<NombreGrupo, Acceso>> = {
  informe: { ambito: DEL_ANIO, llave: () => "true" },
  actividad: { ambito: DE_INFORME, llave: (k) => `actividad = ${k(0)}`, padre: "informe" },
  tramite: {
    ambito: DE_INFORME,
    llave: (k) => `actividad = ${k(0)} AND tramite = ${k(1)}`,
    padre: "informe",
  },
  componente: {
    ambito: DE_INFORME,
    llave: (k) => `actividad = ${k(0)} AND componente = ${k(1)}`,
    padre: "informe",
  },
  indicador: { ambito: DE_INFORME, llave: (k) => `indicador = ${k(0)}`, padre: "informe" },
  dificultad: { ambito: DE_INFORME, llave: (k) => `id::text = ${k(0)}` },
  difusion: { ambito: DEL_ANIO, llave: () => "true" },
  instancia: { ambito: DE_DIFUSION, llave: (k) => `id::text = ${k(0)}` },
  ajuste: {
    ambito: `plan_id = (SELECT id FROM plan WHERE ${DEL_ANIO}) AND decision <> 'mantiene'`,
    llave: (k) => `elemento = ${k(0)} AND coalesce(componente, '') = ${k(1)}`,
    extra: ", registrado_en = $2, modificado_por_id = $3",
  },
};
