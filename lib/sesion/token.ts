import { createHash, randomBytes } from "node:crypto";

/** A secret for a one-use link: 256 bits, in the letters of an address. Only its digest is kept. */
export function nuevoToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: resumirToken(token) };
}

/** SHA-256 of a token, in hexadecimal, as the database keeps it. */
export function resumirToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
