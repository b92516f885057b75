import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { ErrorDatos } from "./errorDatos";
import { PrismaClient } from "./generado/client";
import { nombradorDeSentencias } from "./nombreSentencia";
import "./sha256Nativo";
import { Tanda } from "./tanda";

type Numeros = { maximo: number; esperaMs: number };

function numero(nombre: string, porDefecto: number): number {
  const valor = Number(process.env[nombre] ?? porDefecto);
  return Number.isInteger(valor) && valor > 0 ? valor : porDefecto;
}

/** Sizes of the two pools and of Prisma's transactions; each may be set by its environment variable. */
export function tamanos(): {
  guardado: Numeros;
  general: Numeros;
  transaccion: { maxWait: number; timeout: number };
} {
  const esperaMs = numero("POOL_ESPERA_MS", 10_000);
  return {
    // Apart, so that long readings never stand in front of somebody saving.
    guardado: { maximo: numero("POOL_GUARDADO", 10), esperaMs },
    general: { maximo: numero("POOL_GENERAL", 20), esperaMs },
    // Prisma's own 2 s and 5 s fail most of a burst; a turn is worth waiting for.
    transaccion: { maxWait: esperaMs, timeout: numero("TRANSACCION_MS", 20_000) },
  };
}

/** Connection of the application's login. @throws ErrorDatos `configuracion` when DATABASE_URL is missing */
export function urlDeLaAplicacion(): string {
  const url = process.env.DATABASE_URL;
  if (!url) {
    throw new ErrorDatos(
      "configuracion",
      "Falta DATABASE_URL, la conexión a PostgreSQL. Para probar sin instalar nada use npm run demo; para producción vea docs/operacion.md.",
    );
  }
  return url;
}

/** What one process holds open towards one database. */
export type Conexion = {
  readonly prisma: PrismaClient;
  /** Raw connections, for the path of saving. */
  readonly pool: pg.Pool;
  /** What leaves together by one of them. */
  readonly tanda: Tanda;
  /** The connections that Prisma uses. */
  readonly general: pg.Pool;
  readonly cerrar: () => Promise<void>;
};

// Statements of saving find their rows by key: a plan made for these values would be the same as one for any, five times over in
// each connection and for each field.
const PLAN_DE_UNA_VEZ = "-c plan_cache_mode=force_generic_plan";

/** Over what the server allows a statement: only a connection that no longer answers takes so long to save. */
const MUDA_MS = 5_000;

function crearPool(url: string, { maximo, esperaMs }: Numeros, nombre: string, options = ""): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: maximo,
    connectionTimeoutMillis: esperaMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: nombre,
    ...(options && { options, query_timeout: numero("CONSULTA_MS", 30_000) + MUDA_MS }),
    statement_timeout: numero("CONSULTA_MS", 30_000),
    idle_in_transaction_session_timeout: 60_000,
  });
  // A connection that dies while idle is replaced at the next request; unheard, it would end the process.
  pool.on("error", () => undefined);
  return pool;
}

/** Opens the connections to a database (lazily: nothing is sent until the first query). */
export function abrirConexion(url: string): Conexion {
  const { guardado, general } = tamanos();
  const pool = crearPool(url, guardado, "cseu-guardado", PLAN_DE_UNA_VEZ);
  const deLecturas = crearPool(url, general, "cseu");
  const nombrar = nombradorDeSentencias();
  const adapter = new PrismaPg(deLecturas, {
    onPoolError: () => undefined,
    statementNameGenerator: ({ sql }) => nombrar(sql),
  });
  const prisma = new PrismaClient({ adapter });
  const cerrar = async () => {
    await prisma.$disconnect();
    await Promise.allSettled([pool.end(), deLecturas.end()]);
  };
  return { prisma, pool, tanda: new Tanda(pool), general: deLecturas, cerrar };
}

// Next loads this module once per bundle and again at each change in development: the connections are one.
const CLAVE = Symbol.for("cseu.conexion");
type ConConexion = { [CLAVE]?: Conexion };

/** The process's connections to DATABASE_URL, opened at first use. @throws ErrorDatos `configuracion` without it */
export function conexion(): Conexion {
  const lugar = globalThis as ConConexion;
  lugar[CLAVE] ??= abrirConexion(urlDeLaAplicacion());
  return lugar[CLAVE];
}

export type FiguraPool = { readonly enUso: number; readonly libres: number; readonly esperan: number };

const SIN_USO: FiguraPool = { enUso: 0, libres: 0, esperan: 0 };
const figuraDe = (pool: pg.Pool): FiguraPool => ({
  enUso: pool.totalCount - pool.idleCount,
  libres: pool.idleCount,
  esperan: pool.waitingCount,
});

/** How the two pools of the process stand at this instant; opens nothing. */
export function figurasDePools(): { readonly guardado: FiguraPool; readonly general: FiguraPool } {
  const actual = (globalThis as ConConexion)[CLAVE];
  if (!actual) return { guardado: SIN_USO, general: SIN_USO };
  const guardado = figuraDe(actual.pool);
  return {
    guardado: { ...guardado, esperan: guardado.esperan + actual.tanda.esperan },
    general: figuraDe(actual.general),
  };
}

/** Puts another in its place (tests open one per database). @returns the previous one, still open */
export function usarConexion(nueva: Conexion | undefined): Conexion | undefined {
  const lugar = globalThis as ConConexion;
  const previa = lugar[CLAVE];
  lugar[CLAVE] = nueva;
  return previa;
}

/** Closes the process's connections, at the end of a command or of a graceful stop. */
export async function cerrarConexion(): Promise<void> {
  await usarConexion(undefined)?.cerrar();
}
