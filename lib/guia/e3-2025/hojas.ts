import { z } from "zod";

/**
 * Leaf schemas of the edition. A draft may leave any datum absent, null or blank; what is present must be of its
 * type. Strictness beyond that (what must be filled in to sign or send) belongs to the rules, never to a second schema.
 */

const BLANCO = /^\s*$/;

/** A blank text in a field with a list of values counts as absent: accepted by the format, judged by the rules. */
const blanco = z.string().regex(BLANCO) as unknown as z.ZodType<"", string>;

/** Text, kept as the person wrote it. */
export const texto = z.string().nullish();

/** A text inside a list: never null. */
export const textoDeLista = z.string();

/** Identifier of an element: required, not blank. */
export const identificador = z.string().regex(/\S/);

/** JSON number, finite. */
export const numero = z.number().nullish();

/** Yes, no, or not answered yet. */
export const siNo = z.boolean().nullish();

/** One value of a closed list, or blank. */
export function opcion<const V extends Record<string, string>>(valores: V) {
  return z.union([z.enum(Object.keys(valores) as (keyof V & string)[]), blanco]).nullish();
}

/** One number of a closed list, or blank. */
export function opcionNumerica<const V extends readonly number[]>(valores: V) {
  return z.union([z.literal(valores), blanco]).nullish();
}

/** One value of a closed list, required. */
export function opcionObligatoria<const V extends Record<string, string>>(valores: V) {
  return z.enum(Object.keys(valores) as (keyof V & string)[]);
}

const FECHA = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANTE =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const DIAS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day of the (proleptic Gregorian) calendar written AAAA-MM-DD. */
export function esFecha(valor: string): boolean {
  const partes = FECHA.exec(valor);
  if (!partes) return false;
  const [anio, mes, dia] = [Number(partes[1]), Number(partes[2]), Number(partes[3])];
  const bisiesto = anio % 4 === 0 && (anio % 100 !== 0 || anio % 400 === 0);
  const maximo = mes === 2 && bisiesto ? 29 : (DIAS[mes - 1] ?? 0);
  return dia >= 1 && dia <= maximo;
}

/** Whether a text is an instant written AAAA-MM-DDThh:mm[:ss[.f]] with Z or ±hh:mm. */
export function esInstante(valor: string): boolean {
  const partes = INSTANTE.exec(valor);
  return partes !== null && esFecha(partes[1] ?? "");
}

/** Calendar day AAAA-MM-DD, or blank. */
export const fecha = z
  .string()
  .regex(/^(\s*|\d{4}-\d{2}-\d{2})$/)
  .refine((valor) => BLANCO.test(valor) || esFecha(valor))
  .nullish()
  .meta({ leaf: "fecha" });

/** Instant with zone, or blank. */
export const instante = z
  .string()
  .refine((valor) => BLANCO.test(valor) || esInstante(valor))
  .nullish()
  .meta({ leaf: "instante" });

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullish();
