import { hash, verify } from "@node-rs/argon2";

// Argon2id is the library's default algorithm.
const PARAMETROS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Digest of a password (argon2id, m=19456, t=2, p=1). */
export function resumirClave(clave: string): Promise<string> {
  return hash(clave.normalize("NFC"), PARAMETROS);
}

let senuelo: Promise<string> | undefined;

/**
 * Whether a password is the one of a digest. Without a digest (no such account, or one without password) it works as
 * long against a decoy and answers no: time does not tell which accounts exist.
 */
export async function esClave(clave: string, resumen: string | null): Promise<boolean> {
  senuelo ??= resumirClave("una clave que nadie tiene");
  const contra = resumen ?? (await senuelo);
  const coincide = await verify(contra, clave.normalize("NFC")).catch(() => false);
  return coincide && resumen !== null;
}
