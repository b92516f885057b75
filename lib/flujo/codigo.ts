/** Digits and letters that are not mistaken for one another when read aloud or copied by hand (Crockford's). */
const ALFABETO = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LARGO = 12;

/**
 * A new verification code: 60 random bits as XXXX-XXXX-XXXX. Nobody can guess one, and a person can dictate it.
 */
export function codigoNuevo(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LARGO));
  const letras = [...bytes].map((byte) => ALFABETO[byte % ALFABETO.length]).join("");
  return agrupar(letras);
}

/**
 * Reads a code as a person wrote it: any case, with or without hyphens, with O for 0 and I or L for 1.
 * @returns it as it is kept, or null when it cannot be one.
 */
export function leerCodigo(texto: string): string | null {
  const limpio = texto.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const valido = limpio.length === LARGO && [...limpio].every((letra) => ALFABETO.includes(letra));
  return valido ? agrupar(limpio) : null;
}

const agrupar = (letras: string): string => letras.replace(/(.{4})(?=.)/g, "$1-");
