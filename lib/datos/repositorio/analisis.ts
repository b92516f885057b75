import type { Actor } from "@/lib/flujo/actor";
import { SIN_GRUPO } from "@/lib/flujo/tablero";
import { lecturasConActor } from "../transaccion";

/** Of whom the analysis speaks: blank means all. `institucion` is a code; `grupo`, an id or «ninguno». */
export type AlcanceAnalisis = {
  readonly institucion: string;
  readonly ministerio: string;
  readonly grupo: string;
};

/** How often a category justifies a change. */
export type CategoriaContada = {
  readonly categoria: string;
  readonly cambios: number;
  readonly instituciones: number;
};

export type ClaseIndicador = "desempeno" | "satisfaccion";
export type EstadoMeta = "alcanzada" | "noAlcanzada" | "noMedida" | "pendiente";
export type MetasContadas = {
  readonly clase: ClaseIndicador;
  readonly estado: EstadoMeta;
  readonly cuantas: number;
};

export type EstadoActividad = "cumplida" | "noCumplida" | "pendiente";
export type ActividadesContadas = { readonly estado: EstadoActividad; readonly cuantas: number };

/** An activity not fulfilled, or an indicator that missed its target, of some institution. */
export type Incumplida = {
  readonly codigo: string;
  readonly institucion: string;
  readonly elemento: string;
  readonly nombre: string;
  readonly razon: string | null;
};

export type Analisis = {
  readonly instituciones: number;
  readonly categorias: readonly CategoriaContada[];
  readonly metas: readonly MetasContadas[];
  readonly actividades: readonly ActividadesContadas[];
  readonly actividadesIncumplidas: readonly Incumplida[];
  readonly metasIncumplidas: readonly Incumplida[];
};

/** Condition on `s` (`resumen.situacion`) of an exercise, $1, and an `AlcanceAnalisis`: code, ministry and group, in `$n` from `n`. */
export const deQuien = (n: number) => `s.ejercicio_id = $1 AND ($${n} = '' OR s.codigo = $${n})
  AND ($${n + 1} = '' OR s.ministerio = $${n + 1}) AND ($${n + 2} = '' OR coalesce(s.grupo_id::text, '${SIN_GRUPO}') = $${n + 2})`;

/** Whether the sums kept answer: they are of every institution, for who reaches them all. */
export const sonTodas = (actor: Actor, { institucion, ministerio, grupo }: AlcanceAnalisis) =>
  actor.alcance === "*" && institucion === "" && ministerio === "" && grupo === "";

const GUARDADOS = `SELECT materia, valor, cuantas, instituciones FROM resumen.suma
  WHERE ejercicio_id = $1 AND materia IN ('plan', 'categoria', 'actividad', 'desempeno', 'satisfaccion') ORDER BY materia, valor`;
const VIVOS = `SELECT h.materia, h.valor, sum(h.cuantas)::int AS cuantas, count(*)::int AS instituciones
  FROM resumen.situacion s JOIN resumen.hecho h USING (ejercicio_id, institucion_id) WHERE ${deQuien(2)} GROUP BY 1, 2 ORDER BY 1, 2`;
const INCUMPLIDAS = `SELECT s.codigo, s.nombre AS institucion, x.elemento, x.nombre, x.razon
  FROM resumen.situacion s JOIN resumen.incumplida x USING (ejercicio_id, institucion_id)
  WHERE ${deQuien(2)} AND x.materia = $5 ORDER BY s.nombre, s.institucion_id, x.elemento LIMIT $6`;

/** Rows of what was not fulfilled that a screen shows; the workbook brings them all. */
export const INCUMPLIDAS_EN_PANTALLA = 50;

/**
 * Categories, targets and activities of the institutions of an exercise that the actor reaches, by the plan in force
 * and what the report says, as `actualizarAnalisis` left them.
 * @param limite rows of each list of what was not fulfilled
 */
export async function leerAnalisis(
  actor: Actor,
  ejercicioId: string,
  quienes: AlcanceAnalisis,
  limite: number,
): Promise<Analisis> {
  const valores = [ejercicioId, quienes.institucion, quienes.ministerio, quienes.grupo];
  const [sumas, actividades, metas] = await lecturasConActor(actor, "analisis.leer", [
    sonTodas(actor, quienes) ? { texto: GUARDADOS, valores: [ejercicioId] } : { texto: VIVOS, valores },
    { texto: INCUMPLIDAS, valores: [...valores, "actividad", limite] },
    { texto: INCUMPLIDAS, valores: [...valores, "meta", limite] },
  ]);
  const de = (materia: string) => {
    const filas = (sumas?.rows ?? []) as {
      materia: string;
      valor: string;
      cuantas: number;
      instituciones: number;
    }[];
    return filas.filter((fila) => fila.materia === materia);
  };
  const metasDe = (clase: ClaseIndicador) =>
    de(clase).map(({ valor, cuantas }) => ({ clase, estado: valor as EstadoMeta, cuantas }));
  return {
    instituciones: de("plan")[0]?.instituciones ?? 0,
    categorias: de("categoria").map(({ valor, cuantas, instituciones }) => ({
      categoria: valor,
      cambios: cuantas,
      instituciones,
    })),
    metas: [...metasDe("desempeno"), ...metasDe("satisfaccion")],
    actividades: de("actividad").map(({ valor, cuantas }) => ({ estado: valor as EstadoActividad, cuantas })),
    actividadesIncumplidas: (actividades?.rows ?? []) as Incumplida[],
    metasIncumplidas: (metas?.rows ?? []) as Incumplida[],
  };
}
