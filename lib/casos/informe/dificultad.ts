import {
  borrarDificultad,
  crearDificultades,
  leerDificultad,
  leerDificultadesQuitadas,
  restaurarDificultad,
} from "@/lib/datos/repositorio/informe";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { DificultadEscrita } from "@/lib/flujo/vistaInforme";
import type { ComponenteDificultad } from "@/lib/guia/e3-2025/valores";
import type { ContextoInstitucion } from "../contexto";
import { conInforme } from "./comun";

/** A difficulty with nothing written. */
export const DIFICULTAD_VACIA: DificultadEscrita = {
  tipo: null,
  descripcion: null,
  factoresInternos: null,
  factoresExternos: null,
  componentes: [],
  elementos: [],
};

/** With `elemento`, the difficulty that explains it: linked to it and with its component marked (DYH-07). */
export type Agregar = {
  readonly elemento?: string | undefined;
  readonly componente?: ComponenteDificultad | undefined;
};

/**
 * Adds a difficulty or slack at the end of the report (guide, §4). Once for each key of intent.
 * @returns its id.
 */
export function agregarDificultad(
  ctx: ContextoInstitucion,
  { elemento, componente }: Agregar,
): Promise<Resultado<{ id: string }>> {
  return conInforme(ctx, "informe.agregarDificultad", (tx, informe) =>
    unaVez(tx, ctx, "informe.agregarDificultad", async () => {
      const nueva =
        elemento === undefined
          ? DIFICULTAD_VACIA
          : {
              ...DIFICULTAD_VACIA,
              tipo: "dificultad",
              componentes: componente ? [componente] : [],
              elementos: [elemento],
            };
      const [id = ""] = await crearDificultades(tx, informe, [nueva]);
      return exito({ id });
    }),
  );
}

/** Takes a difficulty away; it can be brought back (`recuperarDificultad`). Repeating it is the same as once. */
export function quitarDificultad(
  ctx: ContextoInstitucion,
  { id }: { readonly id: string },
): Promise<Resultado<null>> {
  return conInforme(ctx, "informe.quitarDificultad", async (tx, informe) => {
    if (await leerDificultad(tx, informe, id)) {
      await borrarDificultad(tx, informe, id);
      return exito(null);
    }
    const quitadas = await leerDificultadesQuitadas(tx, informe);
    return quitadas.some((una) => una.id === id) ? exito(null) : NO_ENCONTRADO;
  });
}

/** Brings back, from the trail, a difficulty that was taken away: with what it said, in its place. */
export function recuperarDificultad(
  ctx: ContextoInstitucion,
  { id }: { readonly id: string },
): Promise<Resultado<null>> {
  return conInforme(ctx, "informe.recuperarDificultad", async (tx, informe) => {
    if (await leerDificultad(tx, informe, id))
      return fallar("conflicto_dificultad", "Esta dificultad u holgura ya está en el informe.");
    const quitada = (await leerDificultadesQuitadas(tx, informe)).find((una) => una.id === id);
    if (!quitada) return NO_ENCONTRADO;
    await restaurarDificultad(tx, informe, quitada);
    return exito(null);
  });
}
