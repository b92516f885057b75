"use client";
import { borradoresDe, olvidarBorradores } from "./almacen";
import { comoTexto } from "./texto";

export { olvidarBorradores };

/**
 * For the sign-out button: what would be lost. Ask this first; when it is not zero, warn and offer
 * `descargarBorradores`; then call `olvidarBorradores`, always, before leaving: the next person at this computer finds nothing.
 * @returns how many texts of the person this browser keeps unsent.
 */
export async function contarBorradores(usuario: string): Promise<number> {
  return (await borradoresDe(usuario)).length;
}

/** Hands the person a text file with all that was not saved, one heading by field. */
export async function descargarBorradores(usuario: string): Promise<void> {
  descargar("textos-sin-guardar.txt", (await borradoresDe(usuario)).map(comoTexto).join("\n\n"));
}

function descargar(nombre: string, texto: string): void {
  const url = URL.createObjectURL(new Blob([texto], { type: "text/plain;charset=utf-8" }));
  const enlace = document.createElement("a");
  enlace.href = url;
  enlace.download = nombre;
  enlace.click();
  URL.revokeObjectURL(url);
}
