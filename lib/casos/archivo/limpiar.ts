import type { AlmacenArchivos } from "@/lib/archivos/almacen";
import { borrarSubidasCaducadas } from "@/lib/archivos/subida";
import { nombradosDe, tomarTurnoDeLimpieza } from "@/lib/datos/repositorio/limpieza";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";

/** What is younger may have its row on the way. */
const GRACIA_MS = 24 * 3_600_000;
const POR_TURNO = 200;
const TURNO_MS = 300_000;

/** What a clean-up removed. `interrumpida`: a backup or another node had the files; the rest waits for tomorrow. */
export type Limpieza = {
  readonly temporales: number;
  readonly subidas: number;
  readonly huerfanos: number;
  readonly interrumpida: boolean;
};

/**
 * Removes from the file store what nobody will ask for: what crashes left half written, uploads that expired, and
 * contents that no row names since a day ago. Takes the store and the machine's instant. Any node may run it at any
 * time; never beside a backup, which still has to copy what its snapshot names.
 */
export async function limpiarArchivos(almacen: AlmacenArchivos, ahora: Date): Promise<Limpieza> {
  const antesDe = new Date(ahora.getTime() - GRACIA_MS);
  const temporales = await almacen.limpiar(antesDe);
  const subidas = await borrarSubidasCaducadas(almacen, ahora);
  let huerfanos = 0;
  let lote: string[] = [];
  const vaciar = async () => {
    const borrados = await borrarSinNombre(almacen, lote, antesDe);
    lote = [];
    if (borrados === null) return false;
    huerfanos += borrados;
    return true;
  };
  for await (const { sha256, modificado } of almacen.listar()) {
    if (modificado >= antesDe) continue;
    lote.push(sha256);
    if (lote.length === POR_TURNO && !(await vaciar()))
      return { temporales, subidas, huerfanos, interrumpida: true };
  }
  const interrumpida = lote.length > 0 && !(await vaciar());
  return { temporales, subidas, huerfanos, interrumpida };
}

/** Deletes those that no row names. Returns how many, or null when somebody else has the files. */
function borrarSinNombre(
  almacen: AlmacenArchivos,
  contenidos: readonly string[],
  antesDe: Date,
): Promise<number | null> {
  return conActor(
    SISTEMA,
    "limpiar_archivos",
    async (tx) => {
      if (!(await tomarTurnoDeLimpieza(tx))) return null;
      const nombrados = await nombradosDe(tx, contenidos);
      let borrados = 0;
      for (const sha256 of contenidos)
        if (!nombrados.has(sha256) && (await almacen.borrar(sha256, antesDe))) borrados++;
      return borrados;
    },
    { duracionMs: TURNO_MS },
  );
}
