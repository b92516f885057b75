import type { IdRequisito } from "@/lib/guia/e3-2025/requisitos";

/**
 * What a return opens again. Each entry of `envio.reabierto` is a JSON Pointer (RFC 6901) into the expediente **as
 * sent**, and opens that place and everything under it; "" opens everything. See docs/decisions/0110.
 */

/** The whole expediente. */
export const ENTERO = "";

const estaBajo = (ruta: string, prefijo: string): boolean =>
  prefijo === ENTERO || ruta === prefijo || ruta.startsWith(`${prefijo}/`);

/**
 * Whether a place can be written after a return.
 * @param reabierto pointers of the return, as `envio.reabierto` keeps them.
 * @param ruta pointer of the place in the expediente as sent (indices are those of the frozen version).
 */
export function estaReabierto(reabierto: readonly string[], ruta: string): boolean {
  return reabierto.some((prefijo) => estaBajo(ruta, prefijo));
}

/** Whether something inside a place was opened, even if not all of it: its screen must let one in. */
export function algoReabierto(reabierto: readonly string[], ruta: string): boolean {
  return reabierto.some((prefijo) => estaBajo(ruta, prefijo) || estaBajo(prefijo, ruta));
}

/** The places that a requirement is answered in: what an observation of the whole requirement (`ruta` "") opens. */
export const LUGARES_DE_REQUISITO = {
  E3O1RT1: ["/ajustes", "/aprobacionPlan", "/informe", "/aprobacionInforme"],
  E3O1RT2: ["/difusion"],
} as const satisfies Record<IdRequisito, readonly string[]>;

/** Every first part of a pointer into an expediente that can be observed, with its requirement. */
const REQUISITO_DE_RAIZ: Readonly<Record<string, IdRequisito>> = {
  planOriginal: "E3O1RT1",
  ajustes: "E3O1RT1",
  aprobacionPlan: "E3O1RT1",
  informe: "E3O1RT1",
  aprobacionInforme: "E3O1RT1",
  difusion: "E3O1RT2",
};

/** The requirement that a place of the expediente answers to; null for a pointer that is no such place. */
export function requisitoDeRuta(ruta: string): IdRequisito | null {
  const raiz = ruta.startsWith("/") ? (ruta.split("/")[1] ?? "") : "";
  return Object.hasOwn(REQUISITO_DE_RAIZ, raiz) ? (REQUISITO_DE_RAIZ[raiz] ?? null) : null;
}

/** What an observation opens by itself: its place, or its whole requirement when it is pinned to none. */
export function lugaresDeObservacion(observacion: {
  readonly requisito: string;
  readonly ruta: string;
}): readonly string[] {
  if (observacion.ruta !== "") return [observacion.ruta];
  return Object.hasOwn(LUGARES_DE_REQUISITO, observacion.requisito)
    ? LUGARES_DE_REQUISITO[observacion.requisito as IdRequisito]
    : [ENTERO];
}

/** The same places without those that another already covers, in order: what is kept in `envio.reabierto`. */
export function simplificar(lugares: readonly string[]): string[] {
  const unicos = [...new Set(lugares)].sort();
  return unicos.filter((lugar) => !unicos.some((otro) => otro !== lugar && estaBajo(lugar, otro)));
}

/** Places whose correction asks for the report's act again: those of the plan, because its digest is in the report's. */
const PIDEN_ACTA_DEL_INFORME = ["/informe", "/aprobacionInforme", "/ajustes", "/planOriginal"] as const;

/**
 * What a return of those places keeps open, simplified. With the report's act again come the instances of
 * dissemination: the act is dated the day it is signed and none may be before it (DIF-12), so with them closed the
 * answer could never be sent.
 */
export function loQueSeReabre(lugares: readonly string[]): string[] {
  const otraActa = PIDEN_ACTA_DEL_INFORME.some((raiz) => algoReabierto(lugares, raiz));
  return simplificar(otraActa ? [...lugares, "/difusion/instancias"] : lugares);
}

/** What tells an element of a list from the others; difficulties, instances and recipients have nothing of it. */
const IDENTIDADES = ["id", "actividad", "indicador", "elemento", "tramite", "componente"] as const;

function identidad(dato: unknown): string | null {
  if (typeof dato !== "object" || dato === null) return JSON.stringify(dato ?? null);
  const suyas = IDENTIDADES.filter((clave) => Object.hasOwn(dato, clave));
  if (suyas.length === 0) return null;
  return JSON.stringify(suyas.map((clave) => [clave, (dato as Record<string, unknown>)[clave] ?? null]));
}

const hijo = (dato: unknown, parte: string): unknown =>
  typeof dato === "object" && dato !== null && Object.hasOwn(dato, parte)
    ? (dato as Record<string, unknown>)[parte]
    : undefined;

/**
 * The same place of the expediente in a later version, where lists may have grown or lost elements: an element is found
 * by what identifies it, or by its position when nothing does; one that is gone leaves its list.
 * @param ruta pointer into `de`.
 * @returns pointer into `a`.
 */
export function trasladar(ruta: string, de: unknown, a: unknown): string {
  let [antes, ahora, traslado] = [de, a, ""];
  for (const parte of ruta.split("/").slice(1)) {
    const suyo = hijo(antes, parte);
    if (Array.isArray(antes) && Array.isArray(ahora)) {
      const quien = identidad(suyo);
      const lugar = quien === null ? Number(parte) : ahora.findIndex((otro) => identidad(otro) === quien);
      if (suyo === undefined || lugar < 0 || lugar >= ahora.length) return traslado;
      [antes, ahora, traslado] = [suyo, ahora[lugar], `${traslado}/${lugar}`];
    } else {
      [antes, ahora, traslado] = [suyo, hijo(ahora, parte), `${traslado}/${parte}`];
    }
  }
  return traslado;
}
