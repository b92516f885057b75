import { dictionary } from "@zxcvbn-ts/language-common";

/** Shortest password that is accepted, in characters as people count them. */
export const LARGO_MINIMO = 12;
/** Longest one: argon2 takes any, a form must not. */
export const LARGO_MAXIMO = 200;

// Words that anybody attacking this platform would try first.
const PROPIAS = [
  "contraseña",
  "contrasena",
  "plataforma",
  "plataformacseu",
  "claveunica",
  "chile",
  "calidad",
  "servicio",
];

const COMUNES: ReadonlySet<string> = new Set([...dictionary["passwords-common"], ...PROPIAS]);

/** The word that is left of a password without what people add to make it pass: digits and signs around it. */
function raiz(clave: string): string {
  return clave.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
}

/** Whether a text is one short piece again and again ("abcabcabcabc", "111111111111"). */
function esRepeticion(clave: string): boolean {
  return /^(.{1,6}?)\1+$/u.test(clave);
}

/**
 * What is wrong with a new password, or null. No rules of composition: length, and not being one that is tried first
 * (the commonest ones, alone or with digits around; a repetition; the person's own e-mail).
 * Takes the password and the e-mail. Returns the message for the person.
 */
export function faltaEnClave(clave: string, correo: string): string | null {
  const largo = [...clave].length;
  if (largo < LARGO_MINIMO) {
    return `La clave debe tener al menos ${LARGO_MINIMO} caracteres; tiene ${largo}. Una frase de varias palabras es fácil de recordar.`;
  }
  if (largo > LARGO_MAXIMO) return `La clave puede tener hasta ${LARGO_MAXIMO} caracteres.`;
  const minuscula = clave.toLowerCase();
  const [cuenta = ""] = correo.toLowerCase().split("@");
  const adivinable =
    COMUNES.has(minuscula) ||
    COMUNES.has(raiz(minuscula)) ||
    /^\d*$/.test(minuscula) ||
    esRepeticion(minuscula) ||
    minuscula === correo.toLowerCase() ||
    (cuenta.length >= 4 && raiz(minuscula) === raiz(cuenta));
  return adivinable
    ? "Esa clave está entre las primeras que se prueban para entrar a cuentas ajenas. Elija otra, por ejemplo una frase de varias palabras."
    : null;
}
