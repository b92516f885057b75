import { leerConfiguracionCorreo } from "@/lib/correo/configuracion";
import { abrirCola, COLAS, type PgBoss } from "@/lib/datos/cola";
import { atenderCorreo, type DespachoAnotado } from "./correo";
import { ahoraDePlataforma, ultimoCorte } from "./reloj";

/** What the jobs do, each with the platform's instant and the last 08:00 of continental Chile before it. */
export type Labores = {
  readonly repasar: () => Promise<unknown>;
  readonly recordar: (ahora: Date, corte: Date) => Promise<unknown>;
  readonly resumir: (ahora: Date, corte: Date) => Promise<unknown>;
};

const REINTENTO_MS = 10_000;
const UNA_HORA = 3600;

/**
 * Attends every queue of jobs while the process lives. Any number of nodes may: each job is one node's. A database that
 * is not there yet is waited for.
 * Takes what each job does and what to do with an unexpected error; and whom to tell of each mail. Returns how to stop, letting what is under way end.
 */
export function iniciarTrabajos(
  labores: Labores,
  alFallar: (error: unknown) => void,
  alDespachar?: (despacho: DespachoAnotado) => void,
): () => Promise<void> {
  const correo = leerConfiguracionCorreo();
  let detenido = false;
  let reloj: NodeJS.Timeout | undefined;
  let detener = async () => {};

  const intentar = async () => {
    const cola = abrirCola(alFallar);
    let soltarCorreo = () => {};
    detener = async () => {
      await cola.stop({ graceful: true, timeout: 10_000 });
      soltarCorreo();
    };
    try {
      await cola.start();
      if (correo) soltarCorreo = await atenderCorreo(cola, correo, ahoraDePlataforma, alDespachar);
      await atenderLabores(cola, labores);
    } catch (error) {
      // Stopped while it was starting: what it complains of is what was asked of it.
      if (!detenido) alFallar(error);
      await detener().catch(() => undefined);
      if (!detenido) reloj = setTimeout(intentar, REINTENTO_MS).unref();
    }
  };
  void intentar();
  return async () => {
    detenido = true;
    clearTimeout(reloj);
    await detener();
  };
}

async function atenderLabores(cola: PgBoss, labores: Labores): Promise<void> {
  await cola.work(COLAS.repaso, () => labores.repasar());
  const instante = async () => {
    const ahora = await ahoraDePlataforma();
    return { ahora, corte: ultimoCorte(ahora) };
  };
  await cola.work(COLAS.recordatorio, async () => {
    const { ahora, corte } = await instante();
    return labores.recordar(ahora, corte);
  });
  await cola.work(COLAS.resumen, async () => {
    const { ahora, corte } = await instante();
    return labores.resumir(ahora, corte);
  });
  await cola.work(COLAS.reloj, async () => {
    const { corte } = await instante();
    // Once an hour for each day of the platform's clock: the demonstration's may jump to any.
    await cola.send(
      COLAS.recordatorio,
      {},
      { singletonKey: corte.toISOString(), singletonSeconds: UNA_HORA },
    );
    await cola.send(COLAS.resumen, {});
  });
}
