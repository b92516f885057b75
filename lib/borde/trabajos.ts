import type { DespachoAnotado } from "@/lib/trabajos/correo";
import type { Labores } from "@/lib/trabajos/iniciar";
import { registro } from "./registro";

const redondear = (ms: number) => Math.round(ms * 10) / 10;

/** The same jobs, each with its line in the log: which, how long and how many things it did. */
export function anotarLabores(labores: Labores): Labores {
  const anotada =
    <A extends unknown[]>(trabajo: string, labor: (...argumentos: A) => Promise<unknown>) =>
    async (...argumentos: A) => {
      const desde = performance.now();
      const hecho = await labor(...argumentos);
      const datos = {
        trabajo,
        ms: redondear(performance.now() - desde),
        ...(typeof hecho === "number" && { hecho }),
      };
      // They run every minute, mostly to find nothing to do.
      registro[hecho === 0 ? "debug" : "info"](datos, "trabajo");
      return hecho;
    };
  return {
    repasar: anotada("correo.repaso", labores.repasar),
    recordar: anotada("recordatorio", labores.recordar),
    resumir: anotada("resumen", labores.resumir),
  };
}

/** One line for each mail that was tried: its id, never to whom. */
export function anotarDespacho({ correo, estado, ms }: DespachoAnotado): void {
  registro[estado === "reintentar" ? "warn" : "info"](
    { trabajo: "correo", correo, estado, ms: redondear(ms) },
    "trabajo",
  );
}
