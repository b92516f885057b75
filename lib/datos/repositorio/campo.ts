import type { Actor } from "@/lib/flujo/actor";
import {
  type Cierre,
  GRUPOS,
  type Lugar,
  type NombreGrupo,
  type TipoCampo,
  type ValorCampo,
} from "@/lib/flujo/campo";
import { consultaConActor } from "../transaccion";

/** Why a field cannot be written now. */
export type MotivoCierre = "en_firma" | "acta" | "envio" | "plazo";

export type ResultadoGuardar =
  | { readonly estado: "guardado" }
  | { readonly estado: "cerrado"; readonly motivo: MotivoCierre }
  | {
      readonly estado: "otro";
      readonly existe: boolean;
      readonly actual: ValorCampo;
      readonly autor: string | null;
      readonly en: Date | null;
    };

type Guardar = {
  readonly actor: Actor;
  readonly institucionId: string;
  readonly ejercicioId: string;
  readonly lugar: Lugar;
  readonly base: ValorCampo;
  readonly valor: ValorCampo;
  readonly ahora: Date;
};

const SQL_TIPO: Readonly<Record<TipoCampo, string>> = {
  texto: "text",
  numero: "text",
  fecha: "text",
  siNo: "boolean",
  lista: "text[]",
  json: "jsonb",
};

const columna = (campo: string): string => campo.replace(/[A-Z]/g, (letra) => `_${letra.toLowerCase()}`);

// $1 institution, $2 exercise, $3 instant.
const HAY_ENVIO = `EXISTS (SELECT FROM envio WHERE institucion_id = $1 AND ejercicio_id = $2 AND estado <> 'observado')`;
const enComite = (materia: string) =>
  `WHEN EXISTS (SELECT FROM aprobacion WHERE institucion_id = $1 AND ejercicio_id = $2 AND materia = '${materia}' AND estado = 'en_firma') THEN 'en_firma'
   WHEN EXISTS (SELECT FROM acta WHERE institucion_id = $1 AND ejercicio_id = $2 AND materia = '${materia}' AND anulada_en IS NULL) THEN 'acta'`;
const FUERA_DE_PLAZO = `NOT EXISTS (SELECT FROM ejercicio WHERE id = $2 AND $3 < cierre_ajuste)
   AND NOT EXISTS (SELECT FROM prorroga WHERE institucion_id = $1 AND ejercicio_id = $2 AND alcance = 'ajuste' AND revocada_en IS NULL AND hasta >= $3)`;

/** The reason that closes a group of fields, or NULL: the first that holds. */
const CIERRE: Readonly<Record<Cierre, string>> = {
  plan: `CASE WHEN ${HAY_ENVIO} THEN 'envio' ${enComite("plan")} WHEN ${FUERA_DE_PLAZO} THEN 'plazo' END`,
  informe: `CASE WHEN ${HAY_ENVIO} THEN 'envio' ${enComite("informe")} END`,
  envio: `CASE WHEN ${HAY_ENVIO} THEN 'envio' END`,
};

/** How the rows of a group are reached from institution and exercise; `clave(i)` is the placeholder of its key's i-th part. */
type Acceso = {
  readonly donde: (clave: (i: number) => string) => string;
  readonly padre?: string;
  readonly extra?: string;
};

const DE_INFORME = "informe_id = (SELECT id FROM informe WHERE institucion_id = $1 AND ejercicio_id = $2)";
const DE_DIFUSION = "difusion_id = (SELECT id FROM difusion WHERE institucion_id = $1 AND ejercicio_id = $2)";
const DEL_ANIO = "institucion_id = $1 AND ejercicio_id = $2";

const ACCESO: Readonly<Record<NombreGrupo, Acceso>> = {
  informe: { donde: () => DEL_ANIO },
  actividad: { donde: (k) => `${DE_INFORME} AND actividad = ${k(0)}`, padre: "informe" },
  tramite: { donde: (k) => `${DE_INFORME} AND actividad = ${k(0)} AND tramite = ${k(1)}`, padre: "informe" },
  componente: {
    donde: (k) => `${DE_INFORME} AND actividad = ${k(0)} AND componente = ${k(1)}`,
    padre: "informe",
  },
  indicador: { donde: (k) => `${DE_INFORME} AND indicador = ${k(0)}`, padre: "informe" },
  dificultad: { donde: (k) => `${DE_INFORME} AND id::text = ${k(0)}` },
  difusion: { donde: () => DEL_ANIO },
  instancia: { donde: (k) => `${DE_DIFUSION} AND id::text = ${k(0)}` },
  ajuste: {
    donde: (k) =>
      `plan_id = (SELECT id FROM plan WHERE ${DEL_ANIO}) AND elemento = ${k(0)} AND coalesce(componente, '') = ${k(1)} AND decision <> 'mantiene'`,
    extra: ", registrado_en = $3, modificado_por_id = $4",
  },
};

/** $4 is the author, $5 the base, $6 the value; the key follows. */
const parteClave = (i: number): string => `$${i + 7}`;

/**
 * One statement: says what closes the field, if anything, and writes it only if nothing does and it still holds
 * what the person saw (or already what they want: a repeated save is the same as one).
 */
function sentencia({ grupo, campo }: Lugar): string {
  const { tabla, clave, cierre, campos } = GRUPOS[grupo];
  const { donde, padre, extra = "" } = ACCESO[grupo];
  const c = columna(campo);
  const tipo = SQL_TIPO[(campos as Readonly<Record<string, TipoCampo>>)[campo] ?? "texto"];
  const igual = `(${tabla}.${c} IS NOT DISTINCT FROM $5::${tipo} OR ${tabla}.${c} IS NOT DISTINCT FROM $6::${tipo})`;
  const abierto = "(SELECT motivo FROM cierre) IS NULL";
  const llaves = clave.map((parte) => columna(parte));
  const escribir = padre
    ? `INSERT INTO ${tabla} (institucion_id, ${padre}_id, ${[...llaves, c].join(", ")})
         SELECT institucion_id, id, ${clave.map((_, i) => parteClave(i)).join(", ")}, $6::${tipo} FROM ${padre} WHERE ${DEL_ANIO} AND ${abierto}
         ON CONFLICT (${[`${padre}_id`, ...llaves].join(", ")}) DO UPDATE SET ${c} = excluded.${c} WHERE ${igual} RETURNING 1`
    : `UPDATE ${tabla} SET ${c} = $6::${tipo}${extra} WHERE ${donde(parteClave)} AND ${igual} AND ${abierto} RETURNING 1`;
  // $3 and $4 must have a type even where the group does not use them.
  return `WITH cierre AS (SELECT ${CIERRE[cierre]} AS motivo WHERE $3::timestamptz IS NOT NULL AND ($4::uuid IS NOT NULL OR true)),
    escrito AS (${escribir})
    SELECT (SELECT motivo FROM cierre) AS motivo, EXISTS (SELECT FROM escrito) AS escrito`;
}

const sentencias = new Map<string, string>();

const paraSql = (valor: ValorCampo, tipo: TipoCampo | undefined): unknown =>
  tipo === "json" && valor !== null ? JSON.stringify(valor) : tipo === "lista" ? (valor ?? []) : valor;

/**
 * Saves one field in one round trip, in a transaction of its own, with the tenant's settings, the check of what the
 * person saw and the trail.
 * @param guardar `valor` already in the form its kind is kept in (see `TipoCampo`).
 */
export async function guardarCampo(guardar: Guardar): Promise<ResultadoGuardar> {
  const { actor, institucionId, ejercicioId, lugar, ahora } = guardar;
  const { grupo, campo, clave } = lugar;
  const llave = `${grupo}.${campo}`;
  const texto = sentencias.get(llave) ?? sentencia(lugar);
  sentencias.set(llave, texto);
  const tipo = (GRUPOS[grupo].campos as Readonly<Record<string, TipoCampo>>)[campo];
  const valores = [
    institucionId,
    ejercicioId,
    ahora,
    actor.usuarioId,
    paraSql(guardar.base, tipo),
    paraSql(guardar.valor, tipo),
  ];
  const { rows } = await consultaConActor<{ motivo: MotivoCierre | null; escrito: boolean }>(
    actor,
    "campo.guardar",
    {
      texto,
      valores: [...valores, ...clave],
      nombre: `campo.${llave}`,
    },
  );
  const [fila] = rows;
  if (fila?.motivo) return { estado: "cerrado", motivo: fila.motivo };
  return fila?.escrito ? { estado: "guardado" } : leerOtro(guardar);
}

type Actual = { actual: ValorCampo; autor: string | null; en: Date | null };

/** What the field holds now, and who left it so: asked only when a save found something else there. */
async function leerOtro({ actor, institucionId, ejercicioId, lugar }: Guardar): Promise<ResultadoGuardar> {
  const { grupo, campo, clave } = lugar;
  const { tabla } = GRUPOS[grupo];
  const c = columna(campo);
  const texto = `SELECT t.${c} AS actual, b.ocurrido_en AS en, (SELECT nombre FROM usuario WHERE id = b.usuario_id) AS autor
    FROM (SELECT * FROM ${tabla} WHERE ${ACCESO[grupo].donde((i) => `$${i + 4}`)}) t
    LEFT JOIN LATERAL (SELECT ocurrido_en, usuario_id FROM bitacora
      WHERE tabla = '${tabla}' AND institucion_id = $1 AND $3 = ANY (campos) AND to_jsonb(t) @> fila
      ORDER BY id DESC LIMIT 1) b ON $2::uuid IS NOT NULL`;
  const valores = [institucionId, ejercicioId, c, ...clave];
  const { rows } = await consultaConActor<Actual>(actor, "campo.leer", { texto, valores });
  const [fila] = rows;
  return {
    estado: "otro",
    existe: fila !== undefined,
    actual: fila?.actual ?? null,
    autor: fila?.autor ?? null,
    en: fila?.en ?? null,
  };
}
