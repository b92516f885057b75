import { createHash } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copiarDesde } from "pg-copy-streams";
import { leerSello } from "../bitacora";
import { errorDeDatos } from "../errorDatos";
import { CERROJO_RESPALDO, copiaHaciaFuera, type TablaRespaldo, tablasDe, verTodo } from "./esquema";
import { type ContenidoRespaldado, type Manifiesto, type PiezaTabla, rutaTabla } from "./formato";

/** Told of each table as it is written. */
export type AlAvanzar = (hecho: { tabla: string; filas: number; numero: number; total: number }) => void;

/** The database as it was at one instant, while `trabajo` runs. */
export type Instantanea = {
  readonly migraciones: Manifiesto["migraciones"];
  readonly secuencias: Manifiesto["secuencias"];
  readonly sello: string;
  /** Contents of the file store that some row names, each once. */
  readonly contenidos: readonly ContenidoRespaldado[];
  /** Writes every table under `carpeta`. */
  readonly exportarTablas: (carpeta: string, alAvanzar?: AlAvanzar) => Promise<PiezaTabla[]>;
};

/**
 * Opens a snapshot and hands it over. Others go on writing; nothing they write is seen. Until `trabajo` ends, the
 * nightly clean-up deletes no file.
 * @param url connection of the owner of the tables
 * @throws ErrorDatos when the database fails
 */
export async function conInstantanea<T>(
  url: string,
  trabajo: (instantanea: Instantanea) => Promise<T>,
): Promise<T> {
  const cliente = new pg.Client({ connectionString: url, application_name: "cseu-respaldo" });
  cliente.on("error", () => undefined);
  try {
    await cliente.connect();
    await cliente.query("SELECT pg_advisory_lock_shared($1)", [CERROJO_RESPALDO]);
    await cliente.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await verTodo(cliente);
    const tablas = await tablasDe(cliente);
    return await trabajo({
      migraciones: await leerMigracionesAplicadas(cliente),
      secuencias: await leerSecuencias(cliente),
      sello: await leerSello(cliente),
      contenidos: await leerContenidos(cliente),
      exportarTablas: async (carpeta, alAvanzar) => {
        const piezas: PiezaTabla[] = [];
        for (const [i, tabla] of tablas.entries()) {
          const pieza = await exportarTabla(cliente, tabla, rutaTabla(carpeta, tabla.tabla));
          piezas.push(pieza);
          alAvanzar?.({ tabla: tabla.tabla, filas: pieza.filas, numero: i + 1, total: tablas.length });
        }
        // The rows are out: an open snapshot would only keep the server from cleaning.
        await cliente.query("COMMIT");
        return piezas;
      },
    });
  } catch (error) {
    throw errorDeDatos(error) ?? error;
  } finally {
    await cliente.end().catch(() => undefined);
  }
}

async function leerMigracionesAplicadas(cliente: pg.Client): Promise<Manifiesto["migraciones"]> {
  const { rows } = await cliente.query<{ nombre: string; huella: string }>(
    `SELECT migration_name AS nombre, checksum AS huella FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  return rows;
}

async function leerSecuencias(cliente: pg.Client): Promise<Manifiesto["secuencias"]> {
  const { rows } = await cliente.query<{ nombre: string }>(
    `SELECT relname::text AS nombre FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"`,
  );
  const secuencias: Manifiesto["secuencias"] = [];
  for (const { nombre } of rows) {
    // A sequence is outside of snapshots: read after the rows it numbered, it is never behind them.
    const { rows: estado } = await cliente.query<{ valor: string; usada: boolean }>(
      `SELECT last_value::text AS valor, is_called AS usada FROM ${pg.escapeIdentifier(nombre)}`,
    );
    if (estado[0]) secuencias.push({ secuencia: nombre, ...estado[0] });
  }
  return secuencias;
}

async function leerContenidos(cliente: pg.Client): Promise<ContenidoRespaldado[]> {
  const { rows } = await cliente.query<{ sha256: string; tamano: string }>(
    `SELECT sha256, max(tamano)::text AS tamano FROM archivo GROUP BY sha256 ORDER BY sha256 COLLATE "C"`,
  );
  return rows.map((fila) => ({ sha256: fila.sha256, tamano: Number(fila.tamano) }));
}

/** Counts and digests the rows that pass, as COPY writes them: one line each. */
export function medidorDeFilas(): Transform & {
  medida: () => { filas: number; bytes: number; sha256: string };
} {
  const huella = createHash("sha256");
  let filas = 0;
  let bytes = 0;
  const paso = new Transform({
    transform(trozo: Buffer, _codificacion, listo) {
      huella.update(trozo);
      bytes += trozo.length;
      for (let i = trozo.indexOf(10); i >= 0; i = trozo.indexOf(10, i + 1)) filas++;
      listo(null, trozo);
    },
  });
  return Object.assign(paso, { medida: () => ({ filas, bytes, sha256: huella.digest("hex") }) });
}

async function exportarTabla(cliente: pg.Client, tabla: TablaRespaldo, ruta: string): Promise<PiezaTabla> {
  await mkdir(dirname(ruta), { recursive: true, mode: 0o700 });
  const archivo = await open(ruta, "wx", 0o600);
  try {
    const medidor = medidorDeFilas();
    const filas = cliente.query(copiarDesde(copiaHaciaFuera(tabla)));
    await pipeline(filas, medidor, createGzip({ level: 4 }), archivo.createWriteStream({ flush: true }));
    return { tabla: tabla.tabla, columnas: [...tabla.columnas], ...medidor.medida() };
  } finally {
    await archivo.close().catch(() => undefined);
  }
}
