import { z } from "zod";
import type { Ritmo } from "@/lib/borde/ritmo";
import { TAMANO_MAXIMO_PLAN, TAMANO_MAXIMO_PLAN_TEXTO } from "@/lib/flujo/vistaPrecarga";

/** The file of a plan inside a form. */
export const archivoDePlan = z
  .instanceof(File, { error: "Elija un archivo." })
  .refine(({ size }) => size <= TAMANO_MAXIMO_PLAN, {
    error: `El archivo supera el máximo de ${TAMANO_MAXIMO_PLAN_TEXTO}.`,
  });

/** Some two hundred files, each reviewed and loaded, with room to try again. */
export const RITMO_PRECARGA: Ritmo = { maximo: 1_200, segundos: 60 };

/** Its name and its content. */
export async function conBytes(archivo: File): Promise<{ nombre: string; bytes: Uint8Array }> {
  return { nombre: archivo.name, bytes: new Uint8Array(await archivo.arrayBuffer()) };
}
