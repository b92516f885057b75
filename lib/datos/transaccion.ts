import type pg from "pg";
import type { Actor } from "@/lib/flujo/actor";
import { esDeLaRed } from "@/lib/flujo/permiso";
import { conexion, tamanos } from "./conexion";
import { errorDeDatos } from "./errorDatos";
import type { Prisma } from "./generado/client";
import { enviar, type Sentencia } from "./transaccionEnvio";

/** Prisma inside a transaction of an actor: the only one the repositories ever see. */
export type Transaccion = Prisma.TransactionClient;

export type OpcionesTransaccion = {
  /** For readings: the database itself refuses to write, and all of it is read as it was at one instant. */
  soloLectura?: boolean;
  /** Keep what was written even if `fn` answers `{ ok: false }` (a failed sign-in that must be counted). */
  conservarSiFalla?: boolean;
  /** Milliseconds it may last, when it is known to be long (a seed, an import); TRANSACCION_MS otherwise. */
  duracionMs?: number;
};

const SIN_ALCANCE = "";
const INTENTOS = 3;

/** The settings that row-level security and the trail read, in the order of `FIJAR_ACTOR`. */
export function ajustesDeActor(actor: Actor, caso: string): string[] {
  const alcance = actor.alcance === "*" ? "*" : actor.alcance.join(",");
  return [
    actor.usuarioId ?? "",
    actor.sesionId ?? "",
    caso,
    alcance || SIN_ALCANCE,
    esDeLaRed(actor) ? "si" : "no",
  ];
}

// All local to the transaction: at session level they would reach the next request of the same connection.
const AJUSTES =
  "set_config('app.usuario', $1, true), set_config('app.sesion', $2, true), set_config('app.caso', $3, true), set_config('app.alcance', $4, true), set_config('app.red', $5, true)";
const FIJAR_ACTOR: Sentencia = { nombre: "cseu_actor", texto: `SELECT ${AJUSTES}`, muda: true };
// The same as SET TRANSACTION READ ONLY, without a statement of its own.
const FIJAR_Y_LEER = `SELECT ${AJUSTES}, set_config('transaction_read_only', 'on', true)`;
const FIJAR_Y_COMPARTIR: Sentencia = {
  nombre: "cseu_actor_y_cerrojo",
  texto: `SELECT ${AJUSTES}, pg_advisory_xact_lock_shared(hashtextextended('cseu.institucion.' || $6::text, 0))`,
  muda: true,
};

// In a batch: what the trail notes down of a transaction, it notes down of each.
const FIJAR_EN_TANDA: Sentencia = {
  nombre: "cseu_actor_en_tanda",
  texto: `${FIJAR_Y_COMPARTIR.texto}, set_config('app.cadenas', '', true), set_config('app.varias', '', true)`,
  muda: true,
};

// Not SET TRANSACTION: sent with the rest, before any BEGIN, it would be warned of; this ends with the transaction too.
const FIJAR_INSTANTE: Sentencia = {
  nombre: "cseu_instante",
  texto: "SET transaction_isolation = 'repeatable read'",
  muda: true,
};

class Deshacer<T> extends Error {
  constructor(readonly valor: T) {
    super("deshacer");
  }
}

function esFalla(valor: unknown): boolean {
  return typeof valor === "object" && valor !== null && "ok" in valor && valor.ok === false;
}

/**
 * One transaction on behalf of an actor. Whatever `fn` reads or writes stays inside the actor's reach, and the
 * trail says who, in which session and in which use case. If `fn` answers `{ ok: false }` or throws, nothing
 * of it remains.
 * `fn` runs again, in a new transaction, when the database asks for it (deadlock): it must touch nothing else.
 * @param caso name of the use case, as the trail will show it
 * @throws ErrorDatos with a stable code when the database fails; bugs as they come
 */
export async function conActor<T>(
  actor: Actor,
  caso: string,
  fn: (tx: Transaccion) => Promise<T>,
  opciones: OpcionesTransaccion = {},
): Promise<T> {
  const ajustes = ajustesDeActor(actor, caso);
  const { maxWait, timeout } = tamanos().transaccion;
  const condiciones = {
    maxWait,
    timeout: opciones.duracionMs ?? timeout,
    ...(opciones.soloLectura && { isolationLevel: "RepeatableRead" as const }),
  };
  const unIntento = () =>
    conexion().prisma.$transaction(async (tx) => {
      await tx.$queryRawUnsafe(opciones.soloLectura ? FIJAR_Y_LEER : FIJAR_ACTOR.texto, ...ajustes);
      const valor = await fn(tx);
      if (!opciones.conservarSiFalla && esFalla(valor)) throw new Deshacer(valor);
      return valor;
    }, condiciones);

  for (let intento = 1; ; intento++) {
    try {
      return await unIntento();
    } catch (error) {
      if (error instanceof Deshacer) return error.valor as T;
      const conocido = errorDeDatos(error);
      if (conocido?.codigo === "conflicto" && intento < INTENTOS) continue;
      throw conocido ?? error;
    }
  }
}

type OpcionesLote = {
  pool?: pg.Pool;
  /** Id of the institution whose lock is shared before the statements (see `repositorio/cerrojo`). */
  compartir?: string;
  /** All of them read what was there at one instant. */
  deUnInstante?: boolean;
};

/**
 * Several statements on behalf of an actor, in one transaction and one trip to the database: settings,
 * statements and commit leave together. For the path of saving, where the next statement does not need the
 * answer of the one before.
 * @returns one result per statement, once committed
 * @throws ErrorDatos as `conActor`
 */
export async function loteConActor(
  actor: Actor,
  caso: string,
  sentencias: readonly Sentencia[],
  { pool = conexion().pool, compartir, deUnInstante }: OpcionesLote = {},
): Promise<pg.QueryResult[]> {
  const ajustes = ajustesDeActor(actor, caso);
  const fijar = compartir
    ? { ...FIJAR_Y_COMPARTIR, valores: [...ajustes, compartir] }
    : { ...FIJAR_ACTOR, valores: ajustes };
  const previas = deUnInstante ? [FIJAR_INSTANTE, fijar] : [fijar];
  for (let intento = 1; ; intento++) {
    try {
      return (await enviar(await pool.connect(), [...previas, ...sentencias])).slice(previas.length);
    } catch (error) {
      const conocido = errorDeDatos(error);
      if (conocido?.codigo === "conflicto" && intento < INTENTOS) continue;
      throw conocido ?? error;
    }
  }
}

/**
 * One statement on behalf of an actor, in one trip: `loteConActor` of one.
 * @param sentencia with a `nombre`, the server parses it once per connection
 * @returns its result, once committed
 */
export async function consultaConActor<F extends pg.QueryResultRow = pg.QueryResultRow>(
  actor: Actor,
  caso: string,
  sentencia: Sentencia,
  pool?: pg.Pool,
): Promise<pg.QueryResult<F>> {
  const [resultado] = await loteConActor(actor, caso, [sentencia], { ...(pool && { pool }) });
  return resultado as pg.QueryResult<F>;
}

/**
 * One statement of saving, with the lock of its institution shared, together with those of other people that come at the same
 * time (`Tanda`); by itself when together it cannot be.
 * @param compartir id of the institution
 * @returns its result, once committed
 * @throws ErrorDatos as `conActor`
 */
export async function guardadoConActor(
  actor: Actor,
  caso: string,
  sentencia: Sentencia,
  compartir: string,
): Promise<pg.QueryResult> {
  const { pool, tanda } = conexion();
  const fijar = { ...FIJAR_EN_TANDA, valores: [...ajustesDeActor(actor, caso), compartir] };
  const enTanda = await tanda.enviar(compartir, [fijar, sentencia]).catch((error) => {
    throw errorDeDatos(error) ?? error;
  });
  if (enTanda) return enTanda[1] as pg.QueryResult;
  const [sola] = await loteConActor(actor, caso, [sentencia], { pool, compartir });
  return sola as pg.QueryResult;
}

/**
 * `loteConActor` for what is read to be shown or worked out: by the connections of readings, so that it never stands before a
 * save, and planned for its values (those of saving are planned once for any). All of them see the same instant.
 */
export function lecturasConActor(
  actor: Actor,
  caso: string,
  sentencias: readonly Sentencia[],
): Promise<pg.QueryResult[]> {
  return loteConActor(actor, caso, sentencias, { pool: conexion().general, deUnInstante: true });
}

/** The same of one statement. */
export function lecturaConActor<F extends pg.QueryResultRow = pg.QueryResultRow>(
  actor: Actor,
  caso: string,
  sentencia: Sentencia,
): Promise<pg.QueryResult<F>> {
  return consultaConActor<F>(actor, caso, sentencia, conexion().general);
}
