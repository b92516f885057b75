import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { migrar } from "@/lib/datos/migraciones";
import type { Servidor } from "@/lib/datos/servidor";
import { iniciarServidorEfimero } from "@/tests/apoyo/servidorEfimero";

/** A migrated PostgreSQL of one's own in a temporary folder, and the owner's connections to it. */
export type BaseDeCarga = {
  readonly carpeta: string;
  readonly servidor: Servidor;
  /** As the owner, reaching every institution. */
  readonly dueno: pg.Pool;
  readonly cerrar: () => Promise<void>;
};

/**
 * Starts one; `cerrar` leaves nothing behind.
 * @param soloSeLee what is measured only reads: sowing does not wait for the disk
 */
export async function abrirBase({ soloSeLee = false } = {}): Promise<BaseDeCarga> {
  const { servidor, carpeta, terminar } = await iniciarServidorEfimero("cseu-rendimiento-", {
    enDisco: !soloSeLee,
  });
  await migrar(servidor.dueno);
  const dueno = new pg.Pool({
    connectionString: servidor.dueno,
    max: 4,
    options: "-c app.alcance=* -c app.red=si -c app.caso=medida",
  });
  dueno.on("error", () => undefined);
  const cerrar = async () => {
    await dueno.end().catch(() => undefined);
    await terminar();
  };
  return { carpeta, servidor, dueno, cerrar };
}

const PULSOS_POR_SEGUNDO = 100;

/** Processor time that a process and all that descend from it have used, in milliseconds; 0 outside Linux. */
export function cpuDe(pid: number): number {
  const padres = new Map<number, { padre: number; pulsos: number }>();
  try {
    for (const nombre of readdirSync("/proc").filter((uno) => /^\d+$/.test(uno))) {
      try {
        const linea = readFileSync(`/proc/${nombre}/stat`, "utf8");
        const campos = linea
          .slice(linea.lastIndexOf(")") + 2)
          .split(" ")
          .map(Number);
        // State, parent, …; user and system time, and those of its children that ended.
        const pulsos = [11, 12, 13, 14].reduce((suma, i) => suma + (campos[i] ?? 0), 0);
        padres.set(Number(nombre), { padre: campos[1] ?? 0, pulsos });
      } catch {
        // It ended while we were reading.
      }
    }
  } catch {
    return 0;
  }
  const desciende = (uno: number): boolean =>
    uno === pid || (uno > 1 && padres.has(uno) && desciende(padres.get(uno)?.padre ?? 0));
  let pulsos = 0;
  for (const [uno, datos] of padres) if (desciende(uno)) pulsos += datos.pulsos;
  return (pulsos * 1000) / PULSOS_POR_SEGUNDO;
}

/** Process id of the server, from its data folder. */
export function pidDePostgres(servidor: Servidor): number {
  const puerto = new URL(servidor.dueno).port;
  for (const nombre of readdirSync("/proc").filter((uno) => /^\d+$/.test(uno))) {
    try {
      const orden = readFileSync(`/proc/${nombre}/cmdline`, "utf8").split("\0");
      if (orden[0]?.endsWith("postgres") && orden.includes("-p") && orden[orden.indexOf("-p") + 1] === puerto)
        return Number(nombre);
    } catch {
      // It ended while we were reading.
    }
  }
  throw new Error("No encuentro el proceso de PostgreSQL.");
}
