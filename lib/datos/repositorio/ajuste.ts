import { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";
import { leerFilaPlan, planDeFila } from "./plan";

/** A decision of the institution about its plan, as it is kept: `contenido` as typed. */
export type FilaAjuste = Prisma.AjusteGetPayload<object>;

export type DatosAjuste = {
  readonly elemento: string;
  readonly componente: string | null;
  readonly decision: FilaAjuste["decision"];
  readonly tipo?: string | null;
  readonly contenido?: unknown;
  readonly categorias?: readonly string[];
  readonly otraRazon?: string | null;
  readonly argumento?: string | null;
  readonly antecedentes?: string | null;
};

type Autoria = { readonly registradoEn: Date; readonly modificadoPorId: string };

/** The preloaded plan of an institution's year, with its decisions in order; null while none is loaded. */
export async function leerPlanConAjustes(tx: Transaccion, institucionId: string, ejercicioId: string) {
  const fila = await leerFilaPlan(tx, institucionId, ejercicioId);
  if (!fila) return null;
  const { plan } = fila;
  const ajustes = await tx.ajuste.findMany({ where: { planId: plan.id }, orderBy: { orden: "asc" } });
  return { id: plan.id, institucionId, original: planDeFila(plan), ajustes };
}

/** Writes decisions. One for each component: a second is a bug of the caller. */
export async function crearAjustes(
  tx: Transaccion,
  plan: { readonly id: string; readonly institucionId: string },
  ajustes: readonly DatosAjuste[],
  autoria: Autoria,
): Promise<void> {
  await tx.ajuste.createMany({
    data: ajustes.map(({ contenido, categorias = [], ...datos }) => ({
      ...datos,
      ...autoria,
      institucionId: plan.institucionId,
      planId: plan.id,
      categorias: [...categorias],
      contenido:
        contenido === undefined || contenido === null ? Prisma.DbNull : (contenido as Prisma.InputJsonValue),
    })),
  });
}

/** Takes decisions away. What they held stays in the trail. */
export async function borrarAjustes(tx: Transaccion, ids: readonly string[]): Promise<void> {
  await tx.ajuste.deleteMany({ where: { id: { in: [...ids] } } });
}

/** A decision that was taken away, with who did it and when. */
export type AjusteDescartado = {
  readonly ajuste: DatosAjuste;
  readonly en: Date;
  readonly autor: string | null;
};

type FilaBaja = { anterior: Record<string, unknown>; en: Date; autor: string | null };

function deBaja({ anterior, en, autor }: FilaBaja): AjusteDescartado {
  const texto = (llave: string) => (anterior[llave] as string | null | undefined) ?? null;
  return {
    en,
    autor,
    ajuste: {
      elemento: texto("elemento") ?? "",
      componente: texto("componente"),
      decision: texto("decision") as FilaAjuste["decision"],
      tipo: texto("tipo"),
      contenido: anterior.contenido,
      categorias: (anterior.categorias as string[] | null | undefined) ?? [],
      otraRazon: texto("otra_razon"),
      argumento: texto("argumento"),
      antecedentes: texto("antecedentes"),
    },
  };
}

const BAJAS = Prisma.sql`SELECT b.id, b.anterior, b.ocurrido_en AS en, u.nombre AS autor, b.anterior->>'elemento' AS elemento,
    coalesce(b.anterior->>'componente', '') AS componente, b.caso, b.sesion_id
  FROM bitacora b LEFT JOIN usuario u ON u.id = b.usuario_id
  WHERE b.tabla = 'ajuste' AND b.operacion = 'baja'`;

/**
 * The last change discarded of each component of a plan (or of one element): what its decision held before going back
 * to «se mantiene», and what was added and then taken away. Read from the trail.
 */
export async function leerDescartados(
  tx: Transaccion,
  plan: { readonly id: string; readonly institucionId: string },
  elemento?: string,
): Promise<AjusteDescartado[]> {
  const filas = await tx.$queryRaw<FilaBaja[]>`
    SELECT DISTINCT ON (elemento, componente) anterior, en, autor FROM (${BAJAS}
      AND b.institucion_id = ${plan.institucionId}::uuid AND b.anterior->>'plan_id' = ${plan.id}
      AND b.anterior->>'decision' IN ('modifica', 'incorpora')
      AND ${elemento === undefined ? Prisma.sql`true` : Prisma.sql`b.anterior->>'elemento' = ${elemento}`}) bajas
    ORDER BY elemento, componente, id DESC`;
  return filas.map(deBaja);
}

/** What an «elimina» put aside: the decisions that stood in the element's components, from the same transaction. */
export async function leerApartados(
  tx: Transaccion,
  plan: { readonly id: string; readonly institucionId: string },
  elimina: { readonly id: string; readonly elemento: string },
): Promise<AjusteDescartado[]> {
  const filas = await tx.$queryRaw<FilaBaja[]>`
    WITH alta AS (SELECT secuencia, sesion_id, ocurrido_en FROM bitacora
      WHERE tabla = 'ajuste' AND operacion = 'alta' AND institucion_id = ${plan.institucionId}::uuid
        AND fila = jsonb_build_object('id', ${elimina.id}::text) ORDER BY id DESC LIMIT 1)
    SELECT bajas.anterior, bajas.en, bajas.autor FROM (${BAJAS} AND b.institucion_id = ${plan.institucionId}::uuid
        AND b.caso = 'ajuste.eliminar' AND b.anterior->>'elemento' = ${elimina.elemento}
        -- Rows of one transaction follow one another in the institution's chain.
        AND b.secuencia BETWEEN (SELECT secuencia - 20 FROM alta) AND (SELECT secuencia FROM alta)
        AND b.ocurrido_en > (SELECT ocurrido_en - interval '2 seconds' FROM alta)) bajas
    ORDER BY id`;
  return filas.map(deBaja);
}

/** Names of people by their ids, to say who decided. */
export async function nombresDe(
  tx: Transaccion,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const unicos = [...new Set(ids.filter((id) => id !== null))];
  if (unicos.length === 0) return new Map();
  const filas = await tx.usuario.findMany({
    where: { id: { in: unicos } },
    select: { id: true, nombre: true },
  });
  return new Map(filas.map(({ id, nombre }) => [id, nombre]));
}

/** The institution's catalogue of trámites, by name. */
export async function leerCatalogo(tx: Transaccion, institucionId: string): Promise<string[]> {
  const filas = await tx.tramite.findMany({
    where: { institucionId },
    select: { nombre: true },
    orderBy: { nombre: "asc" },
  });
  return filas.map(({ nombre }) => nombre);
}
