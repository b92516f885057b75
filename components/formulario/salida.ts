"use client";
import { borradoresDe, olvidarBorradores } from "./almacen";

export { olvidarBorradores };

/**
 * For the sign-out button: what would be lost. Ask this first; when it is not zero, warn and offer
 * `descargarBorradores`; then call `olvidarBorradores`, always, before leaving: the next person at this computer finds nothing.
 * @returns how many texts of the person this browser keeps unsent.
 */
export async function contarBorradores(usuario: string): Promise<number> {
  return (await borradoresDe(usuario)).length;
}
