import type { Actor } from "@/lib/flujo/actor";
import { escribirLugar, GRUPOS, type NombreGrupo } from "@/lib/flujo/campo";
import type { Transaccion } from "../transaccion";
import { lecturaConActor } from "../transaccion";
import { ACCESO, EJERCICIO } from "./campoAcceso";
import { columna } from "./columna";

/** Where the trail of an institution is: what is noted down later has a greater number. Whole number, as text. */
export async function leerPunto(tx: Transaccion, institucionId: string): Promise<string> {
  const [fila] = await tx.$queryRaw<{ punto: string }[]>`
    SELECT coalesce(max(secuencia), 0)::text AS punto FROM bitacora WHERE institucion_id = ${institucionId}::uuid`;
  return fila?.punto ?? "0";
}

/** Who left a field as it is, and when. */
export type Posterior = { readonly quien: string | null; readonly en: Date };

type De = {
  readonly actor: Actor;
  readonly institucionId: string;
  readonly ahora: Date;
  readonly punto: string;
};

export type Posteriores = {
  /** The last who changed each field, by its address. */
  readonly campos: ReadonlyMap<string, Posterior>;
  /** The last who took away a row of a group: those after it are no longer in the same position. */
  readonly bajas: ReadonlyMap<NombreGrupo, Posterior>;
};

/** What somebody changed in some groups after a point of the trail (`leerPunto`). One statement for all. */
export async function leerCambiadosDespues(
  { actor, institucionId, ahora, punto }: De,
  grupos: readonly NombreGrupo[],
): Promise<Posteriores> {
  const consultas = grupos.map((grupo) => {
    const { tabla, clave, campos } = GRUPOS[grupo];
    const llaves = clave.map((parte) => `coalesce(t.${columna(parte)}::text, '')`).join(", ");
    const pares = Object.keys(campos).map((campo) => `('${campo}', '${columna(campo)}')`);
    return `SELECT '${grupo}' AS grupo, ARRAY[${llaves}]::text[] AS clave, c.campo, b.secuencia, b.ocurrido_en, b.usuario_id
      FROM (SELECT *, to_jsonb(x) AS entera FROM ${tabla} x WHERE ${ACCESO[grupo].ambito}) t
      JOIN despues b ON b.tabla = '${tabla}' AND t.entera @> b.fila
      JOIN (VALUES ${pares.join(", ")}) c (campo, columna) ON c.columna = ANY (b.campos)
      UNION ALL SELECT '${grupo}', '{}', NULL, secuencia, ocurrido_en, usuario_id FROM despues
      WHERE tabla = '${tabla}' AND operacion = 'baja'`;
  });
  const texto = `WITH ${EJERCICIO},
    despues AS (
      SELECT tabla, fila, operacion, campos, secuencia, ocurrido_en, usuario_id FROM bitacora
      WHERE institucion_id = $1 AND secuencia > $3::bigint),
    cambiados AS (${consultas.join(" UNION ALL ")})
    SELECT DISTINCT ON (k.grupo, k.clave, k.campo) k.grupo, k.clave, k.campo, k.ocurrido_en AS en, u.nombre AS quien
    FROM cambiados k LEFT JOIN usuario u ON u.id = k.usuario_id
    ORDER BY k.grupo, k.clave, k.campo, k.secuencia DESC`;
  type Fila = { grupo: NombreGrupo; clave: string[]; campo: string | null } & Posterior;
  const valores = [institucionId, ahora, punto];
  const { rows } = await lecturaConActor<Fila>(actor, "campo.leer", { texto, valores });
  const campos = new Map<string, Posterior>();
  const bajas = new Map<NombreGrupo, Posterior>();
  for (const { grupo, clave, campo, quien, en } of rows) {
    if (campo === null) bajas.set(grupo, { quien, en });
    else campos.set(escribirLugar({ grupo, clave, campo }), { quien, en });
  }
  return { campos, bajas };
}
