import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { abrirConexion, type Conexion, usarConexion } from "@/lib/datos/conexion";
import { conBaseDeDatos } from "@/lib/datos/servidorRoles";
import { borrarBase, clonarBase } from "./clonarBase";

/** The database of one file of tests; its members answer from `beforeAll` on. */
export type BaseDePrueba = {
  /** Connection of the application's login: what `conActor` and friends use in these tests. */
  readonly app: string;
  /** Connection of the owner of the tables. */
  readonly dueno: string;
  /** Connection of the server's superuser: what psql in wrong hands would be. */
  readonly admin: string;
  readonly conexion: Conexion;
  /** Runs SQL as the owner, reaching every institution. Returns the rows. */
  readonly comoDueno: <F extends pg.QueryResultRow = pg.QueryResultRow>(
    sql: string,
    valores?: unknown[],
  ) => Promise<F[]>;
  /** Runs SQL as the superuser, whom no policy holds. Returns the rows. */
  readonly comoAdmin: <F extends pg.QueryResultRow = pg.QueryResultRow>(
    sql: string,
    valores?: unknown[],
  ) => Promise<F[]>;
};

/**
 * Gives the file of tests that calls it (once, at the top) its own migrated database, and makes it the
 * process's connection. Deleted at the end.
 * @param opciones.vacia without migrating, for the tests of migrations themselves
 * @param opciones.sembrada with the fictional institutions of the demonstration, as seeded on `JUNIO`
 */
export function conBase(opciones: { vacia?: boolean; sembrada?: boolean } = {}): BaseDePrueba {
  const servidor = inject("servidor");
  const conTablas = opciones.sembrada ? servidor.sembrada : servidor.migrada;
  const plantilla = opciones.vacia ? null : conTablas;
  const nombre = `prueba_${randomBytes(6).toString("hex")}`;
  const url = (original: string) => conBaseDeDatos(original, nombre);
  let conexion: Conexion | undefined;
  const deDueno = new pg.Pool({
    connectionString: url(servidor.dueno),
    max: 2,
    options: "-c app.alcance=* -c app.red=si -c app.caso=prueba",
  });
  const deAdmin = new pg.Pool({ connectionString: url(servidor.admin), max: 2 });
  for (const pool of [deDueno, deAdmin]) pool.on("error", () => undefined);

  beforeAll(async () => {
    await clonarBase(servidor.admin, plantilla, nombre);
    conexion = abrirConexion(url(servidor.app));
    usarConexion(conexion);
  });
  afterAll(async () => {
    usarConexion(undefined);
    await Promise.allSettled([conexion?.cerrar(), deDueno.end(), deAdmin.end()]);
    await borrarBase(servidor.admin, nombre);
  });

  return {
    app: url(servidor.app),
    dueno: url(servidor.dueno),
    admin: url(servidor.admin),
    get conexion() {
      if (!conexion) throw new Error("La base de prueba existe desde beforeAll.");
      return conexion;
    },
    comoDueno: async <F extends pg.QueryResultRow>(sql: string, valores: unknown[] = []) =>
      (await deDueno.query<F>(sql, valores)).rows,
    comoAdmin: async <F extends pg.QueryResultRow>(sql: string, valores: unknown[] = []) =>
      (await deAdmin.query<F>(sql, valores)).rows,
  };
}
