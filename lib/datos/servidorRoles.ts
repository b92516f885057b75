import pg from "pg";
import { ErrorDatos, errorDeDatos } from "./errorDatos";
import type { Claves } from "./servidorClaves";

/** Connections to one database: the owner's, which migrates, and the application's, which owns nothing. */
export type Conexiones = { readonly dueno: string; readonly app: string };

export const ROL_DUENO = "cseu_dueno";
export const ROL_APP = "cseu_app";

/** The same server and database seen by another login. */
export function conUsuario(url: string, usuario: string, clave: string): string {
  const otra = new URL(url);
  otra.username = usuario;
  otra.password = clave;
  return otra.href;
}

/** The same server and login in another database. */
export function conBaseDeDatos(url: string, base: string): string {
  const otra = new URL(url);
  otra.pathname = `/${base}`;
  return otra.href;
}

async function conCliente<T>(url: string, trabajo: (cliente: pg.Client) => Promise<T>): Promise<T> {
  const cliente = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "cseu-roles",
  });
  cliente.on("error", () => undefined);
  try {
    await cliente.connect();
    return await trabajo(cliente);
  } catch (error) {
    throw errorDeDatos(error) ?? error;
  } finally {
    await cliente.end().catch(() => undefined);
  }
}

async function asegurarRol(cliente: pg.Client, rol: string, clave: string): Promise<void> {
  const { rows } = await cliente.query("SELECT FROM pg_roles WHERE rolname = $1", [rol]);
  const orden = rows.length === 0 ? "CREATE ROLE" : "ALTER ROLE";
  // A login's name and password cannot be parameters of a statement.
  await cliente.query(
    `${orden} ${pg.escapeIdentifier(rol)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${pg.escapeLiteral(clave)}`,
  );
}

/**
 * Makes the two logins and the database, or finds them made, with an administrator's connection.
 * @param urlAdmin a login that may create roles and databases, in any database of the server
 * @param base name of the database to own; null leaves the one `urlAdmin` names
 * @throws ErrorDatos `configuracion` when that login may not, saying what an administrator must run
 */
export async function prepararRoles(
  urlAdmin: string,
  base: string | null,
  claves: Claves,
): Promise<Conexiones> {
  const propia = base ?? decodeURIComponent(new URL(urlAdmin).pathname.slice(1));
  await conCliente(urlAdmin, async (cliente) => {
    // Two starts at once would meet on the same rows of pg_authid.
    await cliente.query("SELECT pg_advisory_lock(7281202513)");
    try {
      await asegurarRol(cliente, ROL_DUENO, claves.dueno);
      await asegurarRol(cliente, ROL_APP, claves.app);
      const { rows } = await cliente.query("SELECT FROM pg_database WHERE datname = $1", [propia]);
      const nombre = pg.escapeIdentifier(propia);
      // Who hands a thing over must belong to whom receives it; a superuser already does.
      await cliente.query(`GRANT ${ROL_DUENO} TO CURRENT_USER`);
      if (rows.length === 0) await cliente.query(`CREATE DATABASE ${nombre} OWNER ${ROL_DUENO}`);
      else await cliente.query(`ALTER DATABASE ${nombre} OWNER TO ${ROL_DUENO}`);
    } catch (causa) {
      if ((causa as { code?: string }).code !== "42501") throw causa;
      throw new ErrorDatos(
        "configuracion",
        `El usuario de DATABASE_URL no puede crear los dos que la plataforma necesita. Un administrador del servidor debe ejecutar:
  CREATE ROLE ${ROL_DUENO} LOGIN PASSWORD '…';
  CREATE ROLE ${ROL_APP} LOGIN NOBYPASSRLS PASSWORD '…';
  ALTER DATABASE "${propia}" OWNER TO ${ROL_DUENO};
y luego DATABASE_URL lleva a ${ROL_APP} y DATABASE_URL_DUENO a ${ROL_DUENO}.`,
        { causa },
      );
    }
  });
  await conCliente(conBaseDeDatos(urlAdmin, propia), (cliente) =>
    cliente.query(`ALTER SCHEMA public OWNER TO ${ROL_DUENO}`),
  );
  return {
    dueno: conUsuario(conBaseDeDatos(urlAdmin, propia), ROL_DUENO, claves.dueno),
    app: conUsuario(conBaseDeDatos(urlAdmin, propia), ROL_APP, claves.app),
  };
}

/**
 * Refuses an application login that row-level security would not hold: superuser, BYPASSRLS or owner of tables.
 * @throws ErrorDatos `configuracion`
 */
export async function exigirLoginSinPoder(urlApp: string): Promise<void> {
  const motivo = await conCliente(urlApp, async (cliente) => {
    const { rows } = await cliente.query<{ motivo: string | null }>(
      `SELECT CASE WHEN rolsuper THEN 'es superusuario' WHEN rolbypassrls THEN 'tiene BYPASSRLS'
         WHEN EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user) THEN 'es dueño de tablas' END AS motivo
       FROM pg_roles WHERE rolname = current_user`,
    );
    return rows[0]?.motivo ?? null;
  });
  if (motivo) {
    throw new ErrorDatos(
      "configuracion",
      `El usuario de DATABASE_URL ${motivo}: la separación entre instituciones no lo detendría. La aplicación debe entrar con ${ROL_APP} (vea docs/operacion.md) y DATABASE_URL_DUENO queda para migrar.`,
    );
  }
}
