import { z } from "zod";
import type { Contexto } from "@/lib/casos/contexto";
import { huella } from "@/lib/expediente/huella";
import { CODIGO_INSTITUCION, EXIGENCIA_CODIGO } from "@/lib/flujo/codigoInstitucion";

z.config(z.locales.es());

/** Code of an institution as it stands in addresses: capital letters, digits and hyphens. */
export const esquemaCodigo = z.string().regex(CODIGO_INSTITUCION, EXIGENCIA_CODIGO);

/** What a context knows of the intent that it answers; nothing when the input brought no key. */
export type Intento = Pick<Contexto, "clave" | "huellaEntrada">;

/** Name of the hidden field that carries the key of an intent. */
export const CAMPO_CLAVE = "_clave";
/** Name of the hidden field that carries the institution's code. */
export const CAMPO_INSTITUCION = "institucion";

/**
 * A form as a plain object: one value by name, an array when the name repeats or ends in `[]` (taken off).
 * Fields that Next adds for itself (`$ACTION…`) are left out. Something that is already an object comes back as it was.
 */
export function aObjeto(entrada: unknown): Record<string, unknown> {
  if (!(entrada instanceof FormData)) {
    return typeof entrada === "object" && entrada !== null ? { ...entrada } : {};
  }
  const objeto: Record<string, unknown> = {};
  for (const nombre of new Set(entrada.keys())) {
    if (nombre.startsWith("$ACTION")) continue;
    const valores = entrada.getAll(nombre);
    if (nombre.endsWith("[]")) objeto[nombre.slice(0, -2)] = valores;
    else objeto[nombre] = valores.length > 1 ? valores : valores[0];
  }
  return objeto;
}

/** What a failed form gives back to be shown again: its texts, secrets and hidden fields apart. */
export function valoresQueVuelven(objeto: Record<string, unknown>, secretos: readonly string[]) {
  const valores: Record<string, string> = {};
  for (const [nombre, valor] of Object.entries(objeto)) {
    if (typeof valor !== "string" || nombre.startsWith("_") || secretos.includes(nombre)) continue;
    valores[nombre] = valor;
  }
  return valores;
}

/** The key of an intent, if the input brought a well-formed one. */
export function claveDe(objeto: Record<string, unknown>): string | undefined {
  const leida = z.uuid().safeParse(objeto[CAMPO_CLAVE]);
  return leida.success ? leida.data : undefined;
}

/** The intent that the input of an action brought, if it did: its key and the digest of what comes with it, secrets apart. */
export function intentoDe(objeto: Record<string, unknown>, secretos: readonly string[] = []): Intento {
  const clave = claveDe(objeto);
  if (clave === undefined) return {};
  const dicho = Object.entries(objeto).filter(
    ([nombre]) => nombre !== CAMPO_CLAVE && !secretos.includes(nombre),
  );
  return { clave, huellaEntrada: huella(Object.fromEntries(dicho)) };
}

/** The institution's code, if the input brought a well-formed one. */
export function codigoDe(valor: unknown): string | undefined {
  const leido = esquemaCodigo.safeParse(valor);
  return leido.success ? leido.data : undefined;
}
