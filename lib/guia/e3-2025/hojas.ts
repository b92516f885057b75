import { z } from "zod";
import { esFecha, esInstante, INSTANTE } from "./dia";
import {
  DECISIONES_ACTA,
  DECISIONES_AJUSTE,
  FACTORES,
  MEDIOS,
  MODALIDADES,
  PRIORIDADES,
  SENTIDOS,
} from "./valores";

/**
 * Leaf schemas of the edition. A draft may leave any datum absent, null or blank; what is present must be of its
 * type. Strictness beyond that (what must be filled in to sign or send) belongs to the rules, never to a second schema.
 */

const BLANCO = /^\s*$/;

/** A blank text in a field with a list of values counts as absent: accepted by the format, judged by the rules. */
function oBlanco<const E extends z.ZodType>(esquema: E, esperado: string) {
  const blanco = z.string().regex(BLANCO, { error: esperado }) as unknown as z.ZodType<"", string>;
  return z.union([esquema, blanco], { error: esperado }).nullish();
}

/** A text inside a list: never null. A lone surrogate has no UTF-8, so it can be neither stored nor digested. */
export const textoDeLista = z
  .string()
  .refine((valor) => valor.isWellFormed(), { error: "un texto sin caracteres Unicode incompletos" });

/** Text, kept as the person wrote it. */
export const texto = textoDeLista.nullish();

/** Identifier of an element: required, not blank. */
export const identificador = textoDeLista.regex(/\S/, { error: "un identificador no vacío" });

/** JSON number, finite. */
export const numero = z.number().nullish();

/** Year of an exercise: one that calendar arithmetic can hold. */
export const ejercicio = z.int().min(1).max(9999);

/** Yes, no, or not answered yet. */
export const siNo = z.boolean().nullish();

/** One value of a closed list, or blank. */
export function opcion<const V extends Record<string, string>>(valores: V) {
  const claves = Object.keys(valores) as (keyof V & string)[];
  return oBlanco(z.enum(claves), `uno de estos valores: ${claves.join(", ")}`);
}

/** One number of a closed list, or blank. */
export function opcionNumerica<const V extends readonly number[]>(valores: V) {
  return oBlanco(z.literal(valores), `uno de estos valores: ${valores.join(", ")}`);
}

/** One value of a closed list, required. */
export function opcionObligatoria<const V extends Record<string, string>>(valores: V) {
  const claves = Object.keys(valores) as (keyof V & string)[];
  return z.enum(claves, { error: `uno de estos valores: ${claves.join(", ")}` });
}

const ESPERADO_FECHA = "una fecha real, escrita AAAA-MM-DD";
const ESPERADO_INSTANTE = "un instante escrito AAAA-MM-DDThh:mm:ss, con zona (Z o ±hh:mm)";

/** Calendar day AAAA-MM-DD, or blank. */
export const fecha = z
  .string()
  .regex(/^(\s*|\d{4}-\d{2}-\d{2})$/, { error: ESPERADO_FECHA })
  .refine((valor) => BLANCO.test(valor) || esFecha(valor), { error: ESPERADO_FECHA })
  .nullish();

/** Instant with zone, or blank. */
export const instante = z
  .string()
  .regex(new RegExp(`^\\s*$|${INSTANTE.source}`), { error: ESPERADO_INSTANTE })
  .refine((valor) => BLANCO.test(valor) || esInstante(valor), { error: ESPERADO_INSTANTE })
  .nullish();

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: "64 cifras hexadecimales en minúscula" })
  .nullish();

/** List of texts. */
export const textos = z.array(textoDeLista).nullish();

export const factor = opcionNumerica(FACTORES);
export const sentido = opcion(SENTIDOS);
export const priorizacion = opcion(PRIORIDADES);
export const decisionAjuste = opcionObligatoria(DECISIONES_AJUSTE);
export const decisionActa = opcion(DECISIONES_ACTA);
export const medio = opcion(MEDIOS);
export const modalidad = opcion(MODALIDADES);

/** A stored file: its name, MIME type, size in bytes and digest. */
export const archivo = z.strictObject({ nombre: texto, tipo: texto, tamano: numero, sha256 });
export const unArchivo = archivo.nullish();
export const archivos = z.array(archivo).nullish();

/** Budget items: subtítulo and ítem of the budget classifier. */
export const itemsPresupuestarios = z.array(z.strictObject({ subtitulo: texto, item: texto })).nullish();
