import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { ErrorDatos, errorDeDatos } from "./errorDatos";

/** Folder of the migrations, relative to the root of the project, from where every command runs. */
export const CARPETA_MIGRACIONES = join("prisma", "migrations");

export type Migracion = {
  readonly nombre: string;
  readonly sql: string;
  /** SHA-256 of the file, in hexadecimal: what `_prisma_migrations` remembers. */
  readonly huella: string;
  /** The Prisma schema as this migration left it; null for those written by hand. */
  readonly esquema: string | null;
};

export type EstadoMigraciones = {
  readonly aplicadas: readonly string[];
  readonly pendientes: readonly string[];
};

// Any number, but always this one: it is what makes two nodes that start together take turns.
const CANDADO = 7_281_202_512;

const TABLA = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/** The migrations of a folder in the order they apply: by name. */
export function leerMigraciones(carpeta: string = CARPETA_MIGRACIONES): Migracion[] {
  // The bundler must not follow these paths: it would carry the whole project along.
  return readdirSync(/*turbopackIgnore: true*/ carpeta, { withFileTypes: true })
    .filter((entrada) => entrada.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(/*turbopackIgnore: true*/ join(carpeta, name, "migration.sql"), "utf8");
      const copia = join(carpeta, name, "schema.prisma");
      return {
        nombre: name,
        sql,
        huella: createHash("sha256").update(sql).digest("hex"),
        esquema: existsSync(/*turbopackIgnore: true*/ copia)
          ? readFileSync(/*turbopackIgnore: true*/ copia, "utf8")
          : null,
      };
    })
    .sort((a, b) => (a.nombre < b.nombre ? -1 : 1));
}

function falla(mensaje: string, causa?: unknown): ErrorDatos {
  return new ErrorDatos("migracion", mensaje, { causa });
}

/** Compares what the database remembers with the files; an applied file that changed or vanished is refused. */
function pendientesDe(
  migraciones: readonly Migracion[],
  aplicadas: ReadonlyMap<string, string>,
): Migracion[] {
  const conocidas = new Set(migraciones.map((m) => m.nombre));
  const ajena = [...aplicadas.keys()].find((nombre) => !conocidas.has(nombre));
  if (ajena) {
    throw falla(
      `La base tiene aplicada la migración ${ajena}, que esta versión no conoce: la base es de una versión más nueva. Use esa versión, u otra base.`,
    );
  }
  for (const { nombre, huella } of migraciones) {
    const anotada = aplicadas.get(nombre);
    if (anotada !== undefined && anotada !== huella) {
      throw falla(
        `La migración ${nombre} cambió después de aplicarse (huella ${anotada.slice(0, 12)}… en la base, ${huella.slice(0, 12)}… en el archivo). Recupere el archivo original y escriba el cambio en una migración nueva.`,
      );
    }
  }
  const pendientes = migraciones.filter((m) => !aplicadas.has(m.nombre));
  const ultima = migraciones.findLast((m) => aplicadas.has(m.nombre))?.nombre ?? "";
  const atrasada = pendientes.find((m) => m.nombre < ultima);
  if (atrasada) {
    throw falla(
      `La migración ${atrasada.nombre} va antes de ${ultima}, ya aplicada. Renómbrela con un número posterior.`,
    );
  }
  return pendientes;
}

async function leerAplicadas(cliente: pg.Client): Promise<Map<string, string>> {
  const { rows } = await cliente.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Map(rows.map((fila) => [fila.migration_name, fila.checksum]));
}

function lugarDelError(error: unknown, sql: string): string {
  const { position } = error as { position?: string };
  return position ? ` (línea ${sql.slice(0, Number(position) - 1).split("\n").length} del archivo)` : "";
}

async function aplicarUna(cliente: pg.Client, migracion: Migracion): Promise<void> {
  try {
    await cliente.query("BEGIN");
    await cliente.query(
      "SELECT set_config('app.alcance', '*', true), set_config('app.red', 'si', true), set_config('app.caso', $1, true)",
      [`migracion ${migracion.nombre}`],
    );
    // No parameters: the simple protocol takes the file whole, so bodies between $$ are never cut at a ";".
    await cliente.query(migracion.sql);
    await cliente.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migracion.huella, migracion.nombre],
    );
    await cliente.query("COMMIT");
  } catch (error) {
    await cliente.query("ROLLBACK").catch(() => undefined);
    const { message } = error as Error;
    throw falla(
      `La migración ${migracion.nombre} falló y no dejó nada aplicado${lugarDelError(error, migracion.sql)}: ${message}`,
      error,
    );
  }
}

/**
 * Applies the pending migrations, each in its own transaction; when several nodes call it together one
 * works and the others wait and find nothing to do.
 * @param url connection of the owner of the tables, never the application's
 * @param opciones.hasta the last one to apply: a backup is loaded into the tables it came from
 * @returns names applied now, in order
 * @throws ErrorDatos `migracion` (a file failed, changed or is unknown) or `base_no_disponible`
 */
export async function migrar(
  url: string,
  opciones: { carpeta?: string; hasta?: string; alAplicar?: (nombre: string) => void } = {},
): Promise<string[]> {
  const migraciones = leerMigraciones(opciones.carpeta);
  const cliente = new pg.Client({ connectionString: url, application_name: "cseu-migrar" });
  cliente.on("error", () => undefined);
  try {
    await cliente.connect();
    await cliente.query("SELECT pg_advisory_lock($1)", [CANDADO]);
    await cliente.query(TABLA);
    const { hasta } = opciones;
    const pendientes = pendientesDe(migraciones, await leerAplicadas(cliente)).filter(
      ({ nombre }) => hasta === undefined || nombre <= hasta,
    );
    for (const migracion of pendientes) {
      await aplicarUna(cliente, migracion);
      opciones.alAplicar?.(migracion.nombre);
    }
    return pendientes.map((m) => m.nombre);
  } catch (error) {
    throw errorDeDatos(error) ?? error;
  } finally {
    // Ending the session also frees the lock, however this went.
    await cliente.end().catch(() => undefined);
  }
}

/**
 * What of the folder is applied in the database; the application may ask it (it can read that table).
 * @throws ErrorDatos as `migrar`; a database that was never migrated answers that all is pending
 */
export async function estadoMigraciones(url: string, carpeta?: string): Promise<EstadoMigraciones> {
  const migraciones = leerMigraciones(carpeta);
  const cliente = new pg.Client({ connectionString: url, application_name: "cseu-estado" });
  cliente.on("error", () => undefined);
  try {
    await cliente.connect();
    const { rows } = await cliente.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS existe");
    const aplicadas = rows[0]?.existe ? await leerAplicadas(cliente) : new Map<string, string>();
    const pendientes = new Set(pendientesDe(migraciones, aplicadas).map((m) => m.nombre));
    return {
      aplicadas: migraciones.map((m) => m.nombre).filter((nombre) => !pendientes.has(nombre)),
      pendientes: [...pendientes],
    };
  } catch (error) {
    throw errorDeDatos(error) ?? error;
  } finally {
    await cliente.end().catch(() => undefined);
  }
}
