import type { z } from "zod";
import { formaDelContenido } from "./contenido";
import type { Falta } from "./falta";
import { type Expediente, esquemaExpediente, esquemaPlan, type Plan } from "./formato";
import { ordenar, puntero, type Raiz } from "./orden";
import { nombrarClave } from "./texto";

/** The format as faults: every place where a value does not fit `expediente-cseu/v1` or `plan-cseu/v1`. */

const TIPOS: Readonly<Record<string, string>> = {
  string: "un texto",
  number: "un número",
  int: "un número entero",
  boolean: "true o false",
  object: "un objeto",
  array: "una lista",
};

function describir(valor: unknown): string {
  if (valor === undefined) return "nada";
  if (valor === null) return "null";
  if (Array.isArray(valor)) return "una lista";
  if (typeof valor === "object") return "un objeto";
  if (typeof valor === "string") return valor.length > 40 ? "un texto" : `el texto «${valor}»`;
  return typeof valor === "number" ? `el número ${valor}` : String(valor);
}

function enCamino(valor: unknown, camino: readonly PropertyKey[]): unknown {
  return camino.reduce<unknown>(
    (actual, parte) =>
      typeof actual === "object" && actual !== null
        ? (actual as Record<PropertyKey, unknown>)[parte]
        : undefined,
    valor,
  );
}

export function faltaFormato(ruta: string, mensaje: string): Falta {
  return { regla: "FORMATO", nivel: "error", ruta, mensaje };
}

function esperado(problema: z.core.$ZodIssue): string {
  if (problema.code === "invalid_type") return TIPOS[problema.expected] ?? problema.expected;
  if (problema.code === "too_small" || problema.code === "too_big") return "un año entre 1 y 9999";
  return problema.message;
}

function deProblema(problema: z.core.$ZodIssue, valor: unknown, base: readonly PropertyKey[]): Falta[] {
  const camino = [...base, ...problema.path];
  if (problema.code === "unrecognized_keys")
    return problema.keys.map((llave) =>
      faltaFormato(
        puntero([...camino, llave]),
        `La clave «${nombrarClave(llave)}» no existe en el formato. Quítela o corrija su nombre.`,
      ),
    );
  const hallado = enCamino(valor, camino);
  const ruta = puntero(camino);
  return [
    faltaFormato(
      ruta,
      hallado === undefined
        ? `Falta ${ruta || "el documento"}: se esperaba ${esperado(problema)}.`
        : `${ruta || "El documento"}: se esperaba ${esperado(problema)} y se encontró ${describir(hallado)}. Corríjalo.`,
    ),
  ];
}

function problemasDe(
  esquema: z.ZodType,
  parte: unknown,
  base: readonly PropertyKey[],
  raiz: unknown,
): Falta[] {
  const resultado = esquema.safeParse(parte);
  return resultado.success
    ? []
    : resultado.error.issues.flatMap((problema) => deProblema(problema, raiz, base));
}

function esObjeto(valor: unknown): valor is Record<string, unknown> {
  return typeof valor === "object" && valor !== null && !Array.isArray(valor);
}

/** Which of the two formats a value says it is; an expediente when it says neither. */
export function raizDe(valor: unknown): Raiz {
  return esObjeto(valor) && typeof valor.formato === "string" && /^plan/.test(valor.formato)
    ? "plan"
    : "expediente";
}

/** An absent institution lacks its code, which is what the format demands of it. */
function conInstitucion(valor: unknown): unknown {
  if (!esObjeto(valor)) return valor;
  const institucion = valor.institucion ?? {};
  const plan = valor.planOriginal;
  return {
    ...valor,
    institucion,
    ...(esObjeto(plan) ? { planOriginal: { ...plan, institucion: plan.institucion ?? {} } } : {}),
  };
}

/**
 * The format faults of a JSON value, in order, one per place; `previas` are those its text already had (repeated keys).
 * None means the value is an `Expediente` (or a `Plan`, see `raizDe`).
 */
export function faltasFormato(valor: unknown, previas: readonly Falta[] = []): Falta[] {
  const raiz = raizDe(valor);
  const faltas = [
    ...previas,
    ...problemasDe(raiz === "plan" ? esquemaPlan : esquemaExpediente, conInstitucion(valor), [], valor),
  ];
  if (raiz === "expediente" && esObjeto(valor) && Array.isArray(valor.ajustes))
    valor.ajustes.forEach((ajuste: unknown, i) => {
      if (!esObjeto(ajuste) || ajuste.contenido === undefined || ajuste.contenido === null) return;
      const forma = formaDelContenido(ajuste);
      if (forma) faltas.push(...problemasDe(forma, ajuste.contenido, ["ajustes", i, "contenido"], valor));
    });
  if (faltas.length === 0) return [];
  const vistas = new Set<string>();
  return ordenar(faltas, raiz).filter(({ ruta }) => !vistas.has(ruta) && vistas.add(ruta));
}

/** Whether a value is a well-formed expediente (a draft may lack nearly everything). */
export function esExpediente(valor: unknown): valor is Expediente {
  return raizDe(valor) === "expediente" && faltasFormato(valor).length === 0;
}

/** Whether a value is a well-formed plan. */
export function esPlan(valor: unknown): valor is Plan {
  return raizDe(valor) === "plan" && faltasFormato(valor).length === 0;
}
