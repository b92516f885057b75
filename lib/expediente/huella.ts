import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { Aplicacion } from "./aplicar";
import type { Informe, Plan } from "./formato";

/** Digests: SHA-256, in hexadecimal, of the canonical form of RFC 8785 (JCS). The same in the browser and the server. */

const INDICE = /^\d+$/;

/** Said of a value whose keys an engine would write in an order of its own. */
const NO_SE_ORDENA = Symbol("no se ordena");

const mismas = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((llave, i) => llave === b[i]);

/**
 * What is known of the objects of one place of a document: the elements of a list share one, so the order found for the
 * first serves the rest.
 */
class Molde {
  private vistas: readonly string[] = [];
  /** The keys in the order of JCS (UTF-16 units); null when an engine would not keep that order. */
  orden: readonly string[] | null = [];
  /** Of the value of each key, in that order. */
  hijos: readonly Molde[] = [];

  ajustar(llaves: readonly string[]): this {
    if (mismas(llaves, this.vistas)) return this;
    this.vistas = llaves;
    this.orden = llaves.some((llave) => llave === "__proto__" || INDICE.test(llave))
      ? null
      : llaves.toSorted();
    this.hijos = llaves.map(() => new Molde());
    return this;
  }
}

// Frozen lists, already ordered: tens of thousands of recipients that are digested with each expediente.
const listasOrdenadas = new WeakMap<readonly unknown[], unknown>();

function listaOrdenada(valor: readonly unknown[], molde: Molde): unknown {
  const congelada = Object.isFrozen(valor);
  const conocida = congelada ? listasOrdenadas.get(valor) : undefined;
  if (conocida !== undefined) return conocida;
  // A list of texts has nothing to sort, and needs no copy.
  let ordenada: unknown = valor;
  if (valor.some((hijo) => typeof hijo === "object")) {
    const copia = valor.map((hijo) => ordenado(hijo, molde));
    ordenada = copia.includes(NO_SE_ORDENA) ? NO_SE_ORDENA : copia;
  }
  if (congelada) listasOrdenadas.set(valor, ordenada);
  return ordenada;
}

/** The same value with the keys of its objects in the order of JCS. */
function ordenado(valor: unknown, molde: Molde): unknown {
  if (typeof valor !== "object" || valor === null) return valor;
  if (Array.isArray(valor)) return listaOrdenada(valor, molde);
  const { orden, hijos } = molde.ajustar(Object.keys(valor));
  if (orden === null) return NO_SE_ORDENA;
  const copia: Record<string, unknown> = {};
  for (let i = 0; i < orden.length; i++) {
    const llave = orden[i] as string;
    const dato = (valor as Record<string, unknown>)[llave];
    const hijo = typeof dato === "object" ? ordenado(dato, hijos[i] as Molde) : dato;
    if (hijo === NO_SE_ORDENA) return NO_SE_ORDENA;
    copia[llave] = hijo;
  }
  return copia;
}

/**
 * The canonical form of a JSON value. Sorting first and writing once is several times faster than writing piece by
 * piece, and gives the same text; what it cannot do (keys like indexes, lone surrogates) goes to the library.
 */
export function formaCanonica(valor: unknown): string {
  const copia = ordenado(valor, new Molde());
  const texto = copia === NO_SE_ORDENA ? "" : JSON.stringify(copia);
  return texto && !texto.includes("\\ud") ? texto : (canonicalize(valor) ?? "");
}

const codificador = new TextEncoder();

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type Sha256 = (texto: string) => string;

let resumir: Sha256 = (texto) => bytesToHex(sha256(codificador.encode(texto)));

/** Puts the machine's own SHA-256, several times faster, in the place of the one that runs anywhere. Call it at start. */
export function usarSha256(propio: Sha256): void {
  resumir = propio;
}

/** SHA-256 in hexadecimal of the canonical form of a JSON value, taken as it is. */
export function huella(valor: unknown): string {
  return resumir(formaCanonica(valor));
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
