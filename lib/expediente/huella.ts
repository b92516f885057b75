import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { Aplicacion } from "./aplicar";
import type { Informe, Plan } from "./formato";

/** Digests: SHA-256, in hexadecimal, of the canonical form of RFC 8785 (JCS). The same in the browser and the server. */

/** SHA-256 in hexadecimal of the canonical form of a JSON value, taken as it is. */
export function huella(valor: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalize(valor) ?? "")));
}

/** Digest of a plan: that of the plan in force is what the Committee's act carries. */
export function huellaPlan(plan: Plan): string {
  return huella(plan);
}

/** Digest of a report, bound to that of the plan in force. */
export function huellaInforme(informe: Informe, plan: string): string {
  return huella({ informe, plan });
}

export interface Huellas {
  readonly huellaPlan?: string;
  readonly huellaInforme?: string;
}

/** The digests that can be computed: none while an adjustment cannot be applied; no report's without a report. */
export function huellasDe(aplicacion: Aplicacion, informe: Informe | null | undefined): Huellas {
  if (!aplicacion.plan || !aplicacion.completa) return {};
  const plan = huellaPlan(aplicacion.plan);
  return informe ? { huellaPlan: plan, huellaInforme: huellaInforme(informe, plan) } : { huellaPlan: plan };
}
