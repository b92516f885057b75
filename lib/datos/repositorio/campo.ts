import { isDeepStrictEqual } from "node:util";
import type { Actor } from "@/lib/flujo/actor";
import {
  escribirLugar,
  GRUPOS,
  type Lugar,
  type NombreGrupo,
  type TipoCampo,
  type ValorCampo,
} from "@/lib/flujo/campo";
import { consultaConActor, guardadoConActor, lecturaConActor } from "../transaccion";
import { ACCESO, DEL_ANIO, EJERCICIO } from "./campoAcceso";
import { cierreDe, DEVUELTA, type MotivoCierre } from "./campoCierre";
import { reaperturaDeCampo } from "./campoReapertura";
import { columna } from "./columna";

type Otro = {
  readonly estado: "otro";
  readonly existe: boolean;
  readonly actual: ValorCampo;
  readonly autor: string | null;
  /** It was this same person, from somewhere else. */
  readonly propio: boolean;
  readonly en: Date | null;
};

/** A session read before, to be checked in the transaction of the save. Instants are of the true clock. */
export type SesionPorComprobar = {
  readonly membresiaId: string;
  readonly ahora: Date;
  readonly inactivaMinutos: number;
};

export type ResultadoGuardar =
  | { readonly estado: "guardado" }
  /** The session to be checked is not as it was read: nothing was written. */
  | { readonly estado: "sesion" }
  | { readonly estado: "cerrado"; readonly motivo: MotivoCierre }
  | Otro;

type Guardar = {
  readonly actor: Actor;
  readonly institucionId: string;
  readonly lugar: Lugar;
  readonly base: ValorCampo;
  readonly valor: ValorCampo;
  readonly ahora: Date;
  /** Absent when the door has checked the session of the actor already. */
  readonly comprobar?: SesionPorComprobar | undefined;
};

const SQL_TIPO: Readonly<Record<TipoCampo, string>> = {
  texto: "text",
  numero: "text",
  fecha: "text",
  siNo: "boolean",
  lista: "text[]",
  json: "jsonb",
};

/** $3 is the author, $4 the base, $5 the value; the session to check, from $6 to $9; and the key follows. */
const parteClave = (i: number): string => `$${i + 10}`;

// The same that `sesion_vigente` asks, and that the hat is still theirs in this institution.
const SESION_CAMBIO = `$6::uuid IS NOT NULL AND NOT EXISTS (
  SELECT FROM sesion s JOIN usuario u ON u.id = s.usuario_id JOIN membresia m ON m.id = s.membresia_id
  WHERE s.id = $6 AND s.usuario_id = $3 AND s.membresia_id = $7 AND s.cerrada_en IS NULL AND s.expira_en > $8::timestamptz
    AND s.vista_en > $8::timestamptz - $9::float8 * interval '1 minute' AND u.activo
    AND m.usuario_id = $3 AND m.institucion_id = $1 AND m.hasta IS NULL AND m.rol IN ('contraparte_titular', 'contraparte_suplente'))`;

/**
 * One statement: says what closes the field, if anything, and writes it only if nothing does and it still holds
 * what the person saw (or already what they want: a repeated save is the same as one).
 */
function sentencia({ grupo, campo }: Lugar): string {
  const { tabla, clave, cierre, campos } = GRUPOS[grupo];
  const { ambito, llave, padre, extra = "" } = ACCESO[grupo];
  const c = columna(campo);
  const tipo = SQL_TIPO[(campos as Readonly<Record<string, TipoCampo>>)[campo] ?? "texto"];
  const igual = `(${tabla}.${c} IS NOT DISTINCT FROM $4::${tipo} OR ${tabla}.${c} IS NOT DISTINCT FROM $5::${tipo})`;
  const abierto = "(SELECT motivo FROM cierre) IS NULL";
  const llaves = clave.map((parte) => columna(parte));
  const escribir = padre
    ? `INSERT INTO ${tabla} (institucion_id, ${padre}_id, ${[...llaves, c].join(", ")})
         SELECT institucion_id, id, ${clave.map((_, i) => parteClave(i)).join(", ")}, $5::${tipo} FROM ${padre} WHERE ${DEL_ANIO} AND ${abierto}
         ON CONFLICT (${[`${padre}_id`, ...llaves].join(", ")}) DO UPDATE SET ${c} = excluded.${c} WHERE ${igual} RETURNING 1`
    : `UPDATE ${tabla} SET ${c} = $5::${tipo}${extra} WHERE ${ambito} AND ${llave(parteClave)} AND ${igual} AND ${abierto} RETURNING 1`;
  const reapertura = reaperturaDeCampo(grupo, campo, parteClave, {
    tabla,
    ambito,
    padre: grupo === "instancia" ? "difusion_id" : "informe_id",
  });
  return `WITH ${EJERCICIO}, ${DEVUELTA}, ${reapertura.tabla},
    cierre AS (SELECT CASE WHEN ${SESION_CAMBIO} THEN 'sesion' ELSE ${cierreDe(cierre, reapertura.cerrado)} END AS motivo),
    escrito AS (${escribir})
    SELECT (SELECT motivo FROM cierre) AS motivo, EXISTS (SELECT FROM escrito) AS escrito`;
}

const sentencias = new Map<string, string>();

const paraSql = (valor: ValorCampo, tipo: TipoCampo | undefined): unknown =>
  tipo === "json" && valor !== null ? JSON.stringify(valor) : tipo === "lista" ? (valor ?? []) : valor;

/**
 * Saves one field in one round trip, in one transaction, with the tenant's settings, the check of what the
 * person saw and the trail.
 * @param guardar `valor` already in the form its kind is kept in (see `TipoCampo`).
 */
export async function guardarCampo(guardar: Guardar): Promise<ResultadoGuardar> {
  const { actor, institucionId, lugar, ahora, comprobar } = guardar;
  const { grupo, campo, clave } = lugar;
  const llave = `${grupo}.${campo}`;
  const texto = sentencias.get(llave) ?? sentencia(lugar);
  sentencias.set(llave, texto);
  const tipo = (GRUPOS[grupo].campos as Readonly<Record<string, TipoCampo>>)[campo];
  const valores = [
    institucionId,
    ahora,
    actor.usuarioId,
    paraSql(guardar.base, tipo),
    paraSql(guardar.valor, tipo),
    comprobar ? actor.sesionId : null,
    comprobar?.membresiaId ?? null,
    comprobar?.ahora ?? null,
    comprobar?.inactivaMinutos ?? null,
  ];
  const escrito = await guardadoConActor(
    actor,
    "campo.guardar",
    { texto, valores: [...valores, ...clave], nombre: `campo.${llave}` },
    institucionId,
  );
  const [fila] = (escrito.rows ?? []) as { motivo: MotivoCierre | "sesion" | null; escrito: boolean }[];
  if (fila?.escrito) return { estado: "guardado" };
  if (fila?.motivo === "sesion") return { estado: "sesion" };
  const otro = await leerOtro(guardar);
  if (!fila?.motivo) return otro;
  // The answer to a save made in time may have been lost: asked again after the close, it was saved all the same.
  return otro.existe && esElMismo(otro.actual, guardar.valor)
    ? { estado: "guardado" }
    : { estado: "cerrado", motivo: fila.motivo };
}

function esElMismo(a: ValorCampo, b: ValorCampo): boolean {
  return isDeepStrictEqual(a ?? null, b ?? null);
}

type Actual = { actual: ValorCampo; autor: string | null; usuario: string | null; en: Date | null };

/** What the field holds now, and who left it so: asked only when a save found something else there. */
async function leerOtro({ actor, institucionId, lugar, ahora }: Guardar): Promise<Otro> {
  const { grupo, campo, clave } = lugar;
  const { tabla } = GRUPOS[grupo];
  const { ambito, llave } = ACCESO[grupo];
  const c = columna(campo);
  const texto = `WITH ${EJERCICIO}
    SELECT t.${c} AS actual, b.ocurrido_en AS en, b.usuario_id AS usuario,
      (SELECT nombre FROM usuario WHERE id = b.usuario_id) AS autor
    FROM (SELECT * FROM ${tabla} WHERE ${ambito} AND ${llave((i) => `$${i + 4}`)}) t
    LEFT JOIN LATERAL (SELECT ocurrido_en, usuario_id FROM bitacora
      WHERE tabla = '${tabla}' AND institucion_id = $1 AND $3 = ANY (campos) AND to_jsonb(t) @> fila
      ORDER BY id DESC LIMIT 1) b ON true`;
  const valores = [institucionId, ahora, c, ...clave];
  const { rows } = await consultaConActor<Actual>(actor, "campo.leer", { texto, valores });
  const [fila] = rows;
  return {
    estado: "otro",
    existe: fila !== undefined,
    actual: fila?.actual ?? null,
    autor: fila?.autor ?? null,
    propio: fila?.usuario === actor.usuarioId,
    en: fila?.en ?? null,
  };
}

type DeInstitucion = { readonly actor: Actor; readonly institucionId: string; readonly ahora: Date };

/**
 * Every field of some groups as it is kept, by its address: what the screens give to the fields that save themselves.
 * One statement for all the groups.
 * @returns addresses of fields that hold something; the rest are empty.
 */
export async function leerCampos(
  { actor, institucionId, ahora }: DeInstitucion,
  grupos: readonly NombreGrupo[],
): Promise<Record<string, ValorCampo>> {
  const consultas = grupos.map((grupo) => {
    const { tabla, clave, campos } = GRUPOS[grupo];
    const pares = (nombres: readonly string[]) =>
      nombres.map((nombre) => `'${nombre}', ${columna(nombre)}${nombre === "id" ? "::text" : ""}`).join(", ");
    const llaves = clave.map((parte) => `coalesce(${columna(parte)}::text, '')`).join(", ");
    return `SELECT '${grupo}' AS grupo, ARRAY[${llaves}]::text[] AS clave, jsonb_build_object(${pares(Object.keys(campos))}) AS valores
      FROM ${tabla} WHERE ${ACCESO[grupo].ambito}`;
  });
  const texto = `WITH ${EJERCICIO} ${consultas.join(" UNION ALL ")}`;
  const { rows } = await lecturaConActor<{
    grupo: NombreGrupo;
    clave: string[];
    valores: Record<string, ValorCampo>;
  }>(actor, "campo.leer", {
    texto,
    valores: [institucionId, ahora],
    nombre: `campos.${grupos.map((grupo) => grupo.slice(0, 4)).join(".")}`,
  });
  const guardados: Record<string, ValorCampo> = {};
  for (const { grupo, clave, valores } of rows)
    for (const [campo, valor] of Object.entries(valores))
      if (valor !== null) guardados[escribirLugar({ grupo, clave, campo })] = valor;
  return guardados;
}
