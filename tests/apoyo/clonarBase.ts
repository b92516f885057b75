import pg from "pg";
import { conBaseDeDatos, ROL_DUENO } from "@/lib/datos/servidorRoles";

async function enServidor(admin: string, sentencias: readonly string[]): Promise<void> {
  const cliente = new pg.Client({ connectionString: conBaseDeDatos(admin, "postgres") });
  await cliente.connect();
  try {
    for (const sentencia of sentencias) await cliente.query(sentencia);
  } finally {
    await cliente.end();
  }
}

const borrado = (nombre: string) => `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(nombre)} WITH (FORCE)`;

/**
 * Makes database `a`, of the owner, as `de` is now (nobody may be connected to it); empty when `de` is null. If there was
 * one of that name, it is replaced and whoever used it put out. Takes an administrator's connection.
 */
export function clonarBase(admin: string, de: string | null, a: string): Promise<void> {
  const plantilla = de === null ? "" : `TEMPLATE ${pg.escapeIdentifier(de)}`;
  return enServidor(admin, [
    borrado(a),
    `CREATE DATABASE ${pg.escapeIdentifier(a)} ${plantilla} OWNER ${ROL_DUENO}`,
  ]);
}

/** Deletes a database, and puts out whoever is in it. */
export function borrarBase(admin: string, nombre: string): Promise<void> {
  return enServidor(admin, [borrado(nombre)]);
}
