/** Letters and digits that nobody confuses when reading aloud or copying (Crockford's base 32). */
const ALFABETO = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * Verification code of a document drawn from a file, without the platform: twelve characters of the digest, in
 * groups of four. Takes a SHA-256 in hexadecimal. The platform issues its own codes and passes them as an option.
 */
export function codigoDeHuella(huella: string): string {
  let codigo = "";
  for (let i = 0; i < 12; i++) {
    const cifra = Number.parseInt(huella.slice(i * 2, i * 2 + 2), 16) % 32;
    codigo += (i > 0 && i % 4 === 0 ? "-" : "") + ALFABETO[cifra];
  }
  return codigo;
}
