import { sembrarMasivo } from "@/lib/datos/siembra";
import { resumirClave } from "@/lib/sesion/clave";
import { CODIGOS_DEMO } from ".";
import { MARCAS, moldeDe } from "./moldes";
import { CLAVE_DEMO } from "./personas";

const MOLDES = 24;
/** The year in course of a massive seed: the moulds are written in it. */
export const ULTIMO_ANIO = 2025;
/** The instant a massive seed is at, unless another is asked for. */
export const MOMENTO_MUCHO = "2025-12-28T15:00:00Z";

export type Mucho = {
  readonly instituciones: number;
  readonly anios?: number;
  readonly momento?: Date;
  readonly alInformar?: (linea: string) => void;
};

/**
 * Sows as the command does, in a migrated database, with the people of the demonstration already in it or without them.
 * @param urlDueno connection of the owner of the tables
 */
export async function sembrarMucho(urlDueno: string, opciones: Mucho): Promise<void> {
  const moldes = Array.from({ length: MOLDES }, (_, n) => {
    const { expediente, canonico } = moldeDe(n);
    return { texto: JSON.stringify(expediente), canonico };
  });
  await sembrarMasivo(urlDueno, {
    instituciones: opciones.instituciones,
    anios: opciones.anios ?? 1,
    ultimoAnio: ULTIMO_ANIO,
    momento: opciones.momento ?? new Date(MOMENTO_MUCHO),
    claveHash: await resumirClave(CLAVE_DEMO),
    moldes,
    marcas: MARCAS,
    propias: CODIGOS_DEMO,
    alInformar: opciones.alInformar ?? (() => undefined),
  });
}
