import { PgBoss } from "pg-boss";
import { urlDeLaAplicacion } from "./conexion";

/** Queues of jobs. They exist since migration 0005: the platform's login creates nothing. */
export const COLAS = {
  correo: "correo",
  repaso: "correo.repaso",
  reloj: "reloj",
  recordatorio: "recordatorio",
  resumen: "resumen",
} as const;

/**
 * Opens pg-boss on the application's own login, with connections of its own. Nothing runs until `.start()`; several
 * nodes may. Takes what to do with an error outside any job, and the address of the database.
 */
export function abrirCola(alFallar: (error: unknown) => void, url: string = urlDeLaAplicacion()): PgBoss {
  const cola = new PgBoss({
    connectionString: url,
    application_name: "cseu-trabajos",
    max: 4,
    schema: "pgboss",
    // All of this is the owner's: migrations build it, and rebuilding indexes takes owning them.
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    persistWarnings: false,
    persistQueueStats: false,
  });
  cola.on("error", alFallar);
  return cola;
}

export type { PgBoss };
