import type { NombreGrupo } from "@/lib/flujo/campo";
import { type Camino, MAPAS, type Paso, sufijosDe } from "@/lib/flujo/mapa";
import { LUGARES_DEL_PLAN } from "@/lib/flujo/puntero";

/**
 * The SQL of what a return opened, drawn from the same table as `lugarAbierto` (lib/flujo/puntero): saving a field asks
 * it in its own statement, so that it stays one round trip.
 */

/** The last version of the final round when it was returned with only some of its places open. `delAnio`: its rows. */
export const devueltaEn = (delAnio: string): string => `obs AS (SELECT reabierto, contenido FROM
    (SELECT estado, reabierto, contenido FROM envio WHERE ${delAnio} AND ronda_id IS NULL ORDER BY version DESC LIMIT 1) ultima
    WHERE estado = 'observado' AND NOT ('' = ANY (reabierto)))`;

/** Whether nothing of some places was opened. */
export const nadaReabierto = (lugares: readonly string[]): string =>
  `EXISTS (SELECT FROM obs) AND NOT EXISTS (SELECT FROM obs, unnest(reabierto) p, unnest(ARRAY[${lugares.map(texto).join(", ")}]) l
     WHERE ${bajo("l", "p")} OR ${bajo("p", "l")})`;

type Filas = {
  readonly tabla: string;
  /** Rows of the institution's year. */
  readonly ambito: string;
  readonly padre: string;
};

const texto = (valor: string): string => `'${valor.replaceAll("'", "''")}'`;
const bajo = (ruta: string, prefijo: string): string => `starts_with(${ruta} || '/', ${prefijo} || '/')`;

/** The element of a list: its content and its index. `dato` is where the list is looked for. */
function elemento(dato: string, { lista, donde }: Paso, clave: (i: number) => string, filas: Filas): string {
  const arreglo = `${dato} #> '{${lista.join(",")}}'`;
  if (donde === "posicion")
    return `(SELECT NULL::jsonb AS v, i FROM (SELECT
        (SELECT count(*) FROM ${filas.tabla} otra WHERE otra.${filas.padre} = una.${filas.padre} AND otra.orden < una.orden) AS i
        FROM ${filas.tabla} una WHERE ${filas.ambito} AND id::text = ${clave(0)}) f
      WHERE i < jsonb_array_length(coalesce(${arreglo}, '[]')))`;
  const iguales = Object.entries(donde).map(
    ([llave, que]) =>
      `coalesce(v ->> ${texto(llave)}, '') = ${typeof que === "number" ? clave(que) : texto(que.texto)}`,
  );
  return `(SELECT v, n - 1 AS i FROM jsonb_array_elements(CASE jsonb_typeof(${arreglo}) WHEN 'array' THEN ${arreglo} END)
      WITH ORDINALITY e(v, n) WHERE ${iguales.join(" AND ")} LIMIT 1)`;
}

function ruta(pasos: readonly Paso[], i: number, fin: string): string {
  const [paso, ...resto] = pasos;
  if (!paso) return fin;
  const sigue = resto.length > 0 ? ruta(resto, i + 1, fin) : fin;
  return `${texto(`/${paso.lista.join("/")}`)} || coalesce('/' || p${i}.i || ${sigue}, '')`;
}

function candidatas(
  camino: Camino,
  sufijos: readonly string[],
  clave: (i: number) => string,
  filas: Filas,
): string {
  const { pasos, si = {}, fin } = camino;
  const finales =
    fin === undefined
      ? sufijos.map((sufijo) => texto(sufijo && `/${sufijo}`))
      : "fijo" in fin
        ? [texto(fin.fijo && `/${fin.fijo}`)]
        : [`'/' || ${clave(fin.parte)}`];
  const uniones = pasos.map(
    (paso, i) =>
      `LEFT JOIN LATERAL ${elemento(i === 0 ? "obs.contenido" : `p${i - 1}.v`, paso, clave, filas)} p${i} ON true`,
  );
  const vale = Object.entries(si).map(([parte, valor]) => `${clave(Number(parte))} = ${texto(valor)}`);
  return `SELECT ${ruta(pasos, 0, "fin")} AS ruta, ${pasos.length > 0 ? `p${pasos.length - 1}.i IS NOT NULL` : "true"} AS completa
      FROM obs ${uniones.join(" ")} CROSS JOIN unnest(ARRAY[${finales.join(", ")}]) fin ${vale.length > 0 ? `WHERE ${vale.join(" AND ")}` : ""}`;
}

/**
 * The common table of the pointers of a field, and the condition of being closed by a partial return (false when there
 * is none). Both go in one statement that has `devueltaEn`.
 * @param clave placeholder of the i-th part of the key of the field.
 */
export function reaperturaDeCampo(
  grupo: NombreGrupo,
  campo: string,
  clave: (i: number) => string,
  filas: Filas,
): { readonly tabla: string; readonly cerrado: string } {
  const { caminos, sigueAlPlan } = MAPAS[grupo];
  const sufijos = sufijosDe({ grupo, campo });
  const conElPlan = sigueAlPlan
    ? `OR NOT EXISTS (SELECT FROM rutas WHERE completa) AND (${LUGARES_DEL_PLAN.map((lugar) => `${bajo("p", texto(lugar))} OR ${bajo(texto(lugar), "p")}`).join(" OR ")})`
    : "";
  return {
    tabla: `rutas AS (${caminos.map((camino) => candidatas(camino, sufijos, clave, filas)).join(" UNION ALL ")})`,
    cerrado: `EXISTS (SELECT FROM obs) AND NOT EXISTS (SELECT FROM rutas r, obs, unnest(obs.reabierto) p
      WHERE ${bajo("r.ruta", "p")} AND (r.completa OR NOT EXISTS (SELECT FROM rutas WHERE completa))
         OR r.completa AND ${bajo("p", "r.ruta")} ${conElPlan})`,
  };
}
