import { createReadStream } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { to as copiarDesde, from as copiarHacia } from "pg-copy-streams";
import { errorDeDatos } from "../errorDatos";
import { leerMigraciones, migrar } from "../migraciones";
import { copiaHaciaDentro, copiaHaciaFuera, type TablaRespaldo, tablasDe, verTodo } from "./esquema";
import { type AlAvanzar, medidorDeFilas } from "./exportar";
import { fallaRespaldo, type Manifiesto, type PiezaTabla, rutaTabla } from "./formato";

const id = (nombre: string) => pg.escapeIdentifier(nombre);

/**
 * Whether this version of the platform can restore that backup: its migrations must be the first of ours, unchanged.
 * @throws ErrorDatos `respaldo`
 */
export function exigirMismasMigraciones({ migraciones }: Manifiesto): void {
  const nuestras = leerMigraciones();
  for (const [i, { nombre, huella }] of migraciones.entries()) {
    const nuestra = nuestras[i];
    if (nuestra?.nombre === nombre && nuestra.huella === huella) continue;
    const conocida = nuestras.some((una) => una.nombre === nombre);
    throw fallaRespaldo(
      conocida
        ? `La migración ${nombre} del respaldo no es la de esta versión. Restáurelo con la versión de la plataforma que lo hizo y actualice después.`
        : `El respaldo es de una versión más nueva: trae la migración ${nombre}, que esta no conoce. Actualice la plataforma y repita la orden.`,
    );
  }
}

/**
 * Refuses a database that already holds something; its tables may be there, empty.
 * @throws ErrorDatos `respaldo` with the remedy
 */
export async function exigirBaseVacia(url: string): Promise<void> {
  await conDueno(url, async (cliente) => {
    await cliente.query("BEGIN READ ONLY");
    await verTodo(cliente);
    for (const { tabla } of await tablasDe(cliente)) {
      const { rows } = await cliente.query(`SELECT FROM ${id(tabla)} LIMIT 1`);
      if (rows.length === 0) continue;
      throw fallaRespaldo(
        `La base ${new URL(url).pathname.slice(1)} no está vacía (hay filas en ${tabla}) y restaurar no reemplaza nada. Cree otra (createdb -U postgres -O cseu_dueno cseu_restaurada) e indíquela en DATABASE_URL_DUENO; en la base local, npm run demo:reset la vacía.`,
      );
    }
  });
}

async function conDueno<T>(url: string, trabajo: (cliente: pg.Client) => Promise<T>): Promise<T> {
  const cliente = new pg.Client({ connectionString: url, application_name: "cseu-restaurar" });
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

/**
 * Puts the rows of a backup, already checked, in an empty database: the migrations it had, then every table and
 * sequence in one transaction that compares what is in the database with the manifest before ending. Killed
 * half-way it leaves empty tables, and may be run again.
 * @param url connection of the owner
 * @throws ErrorDatos; then nothing of the rows remains
 */
export async function importarBase(
  url: string,
  carpeta: string,
  manifiesto: Manifiesto,
  alAvanzar?: AlAvanzar,
): Promise<void> {
  const ultima = manifiesto.migraciones.at(-1)?.nombre ?? "";
  await migrar(url, { hasta: ultima });
  await conDueno(url, async (cliente) => {
    await cliente.query("BEGIN");
    await verTodo(cliente);
    const tablas = await tablasDe(cliente);
    exigirMismasTablas(tablas, manifiesto.tablas);
    const enlaces = await soltar(cliente, tablas);
    for (const [i, pieza] of manifiesto.tablas.entries()) {
      await cargarTabla(cliente, carpeta, pieza);
      alAvanzar?.({ tabla: pieza.tabla, filas: pieza.filas, numero: i + 1, total: tablas.length });
    }
    for (const { secuencia, valor, usada } of manifiesto.secuencias)
      await cliente.query("SELECT setval($1::regclass, $2, $3)", [id(secuencia), valor, usada]);
    for (const tabla of tablas) await compararTabla(cliente, tabla, manifiesto.tablas);
    await volverASujetar(cliente, tablas, enlaces);
    await cliente.query("COMMIT");
    await cliente.query("ANALYZE");
  });
}

function exigirMismasTablas(tablas: readonly TablaRespaldo[], piezas: readonly PiezaTabla[]): void {
  const nuestras = tablas.map((una) => una.tabla).join(", ");
  const suyas = piezas.map((una) => una.tabla).join(", ");
  if (nuestras !== suyas)
    throw fallaRespaldo(`El respaldo trae otras tablas (${suyas}) que las de sus migraciones (${nuestras}).`);
}

type Enlace = { tabla: string; nombre: string; definicion: string };

/**
 * Lets go what a copy must not meet: the trail's triggers (its rows come in the copy), row-level security over the owner
 * (COPY refuses to write under it) and foreign keys (they are checked all together at the end). All of it belongs to
 * this transaction: whoever looks meanwhile waits.
 */
async function soltar(cliente: pg.Client, tablas: readonly TablaRespaldo[]): Promise<Enlace[]> {
  const { rows: enlaces } = await cliente.query<Enlace>(
    `SELECT c.relname::text AS tabla, k.conname::text AS nombre, pg_get_constraintdef(k.oid) AS definicion
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  for (const { tabla, nombre } of enlaces)
    await cliente.query(`ALTER TABLE ${id(tabla)} DROP CONSTRAINT ${id(nombre)}`);
  for (const { tabla, forzada } of tablas) {
    await cliente.query(`ALTER TABLE ${id(tabla)} DISABLE TRIGGER USER`);
    if (forzada) await cliente.query(`ALTER TABLE ${id(tabla)} NO FORCE ROW LEVEL SECURITY`);
  }
  return enlaces;
}

async function volverASujetar(
  cliente: pg.Client,
  tablas: readonly TablaRespaldo[],
  enlaces: readonly Enlace[],
): Promise<void> {
  for (const { tabla, nombre, definicion } of enlaces)
    await cliente.query(`ALTER TABLE ${id(tabla)} ADD CONSTRAINT ${id(nombre)} ${definicion}`);
  for (const { tabla, forzada } of tablas) {
    await cliente.query(`ALTER TABLE ${id(tabla)} ENABLE TRIGGER USER`);
    if (forzada) await cliente.query(`ALTER TABLE ${id(tabla)} FORCE ROW LEVEL SECURITY`);
  }
}

async function cargarTabla(cliente: pg.Client, carpeta: string, pieza: PiezaTabla): Promise<void> {
  const entrada = cliente.query(copiarHacia(copiaHaciaDentro(pieza.tabla, pieza.columnas)));
  await pipeline(createReadStream(rutaTabla(carpeta, pieza.tabla)), createGunzip(), entrada);
}

/** What the database holds now, read back, against what the manifest says. */
async function compararTabla(
  cliente: pg.Client,
  tabla: TablaRespaldo,
  piezas: readonly PiezaTabla[],
): Promise<void> {
  const pieza = piezas.find((una) => una.tabla === tabla.tabla);
  const columnas = pieza?.columnas ?? tabla.columnas;
  const medidor = medidorDeFilas();
  const filas = cliente.query(copiarDesde(copiaHaciaFuera({ ...tabla, columnas })));
  await pipeline(filas, medidor, new Writable({ write: (_trozo, _codificacion, listo) => listo() }));
  if (medidor.medida().sha256 !== pieza?.sha256)
    throw fallaRespaldo(`La tabla ${tabla.tabla} no quedó igual a la respaldada; no se restauró nada.`);
}
