import { createRequire } from "node:module";
import type pg from "pg";
import { serialize as escribir } from "pg-protocol";

/** One statement with its values; `nombre` makes the server keep it parsed (always the same text under one name). */
export type Sentencia = {
  readonly texto: string;
  readonly valores?: readonly unknown[];
  readonly nombre?: string;
  /** Nobody reads what it answers: its columns are not asked for. */
  readonly muda?: boolean;
};

type Resultado = pg.QueryResult & {
  addFields(campos: unknown): void;
  parseRow(campos: unknown): unknown;
  addRow(fila: unknown): void;
  addCommandComplete(mensaje: unknown): void;
};

const requerir = createRequire(import.meta.url);
const Result = requerir("pg/lib/result") as new (modo: undefined, tipos: unknown) => Resultado;
const { prepareValue } = requerir("pg/lib/utils") as { prepareValue: (v: unknown) => unknown };
const tipos = requerir("pg/lib/type-overrides") as new () => unknown;

// Statements each connection has parsed already.
const preparadas = new WeakMap<pg.Connection, Set<string>>();

/** The messages of one statement. */
function escritos({ texto, valores = [], nombre = "", muda }: Sentencia, conocida: boolean) {
  const mensajes: Uint8Array[] = [];
  if (!conocida) {
    // Closing first: after a failure we cannot know whether the server kept the name.
    if (nombre !== "") mensajes.push(escribir.close({ type: "S", name: nombre }));
    mensajes.push(escribir.parse({ text: texto, name: nombre, types: [] }));
  }
  const values = valores.map((valor) => prepareValue(valor));
  mensajes.push(escribir.bind({ portal: "", statement: nombre, values, binary: false }));
  if (!muda) mensajes.push(escribir.describe({ type: "P", name: "" }));
  mensajes.push(escribir.execute({ portal: "", rows: 0 }));
  return mensajes;
}

/**
 * Statements sent to pg as one message and answered as one transaction: between two Sync messages PostgreSQL
 * treats them so, and a failure of any of them, or of the commit, undoes them all. Takes the place of a query
 * in `client.query(envio)`.
 */
class Envio implements pg.Submittable {
  /** The results, in order, once the server has committed. */
  readonly respuesta: Promise<pg.QueryResult[]>;
  // pg wraps it when a timeout is configured.
  callback: (error: Error | null, resultados?: pg.QueryResult[]) => void = () => undefined;
  private readonly resultados: Resultado[];
  private actual = 0;
  private error: Error | null = null;

  constructor(private readonly sentencias: readonly Sentencia[]) {
    this.resultados = sentencias.map(() => new Result(undefined, new tipos()));
    this.respuesta = new Promise((listo, rechazar) => {
      this.callback = (error, resultados) => (error ? rechazar(error) : listo(resultados ?? []));
    });
  }

  submit(conexion: pg.Connection): Error | undefined {
    const conocidas = preparadas.get(conexion) ?? new Set<string>();
    preparadas.set(conexion, conocidas);
    try {
      const nuevas = new Set<string>();
      const mensajes = this.sentencias.flatMap((una) => {
        const { nombre = "" } = una;
        const conocida = conocidas.has(nombre) || nuevas.has(nombre);
        if (nombre !== "") nuevas.add(nombre);
        return escritos(una, conocida);
      });
      // All or nothing, and as one piece: each costs the socket as much as all of them.
      const envio = Buffer.concat([...mensajes, escribir.sync()]);
      if (conexion.stream.writable) conexion.stream.write(envio);
    } catch (error) {
      // A value that cannot be written: nothing has left.
      return error as Error;
    }
    return undefined;
  }

  handleRowDescription({ fields }: { fields: unknown }): void {
    this.resultados[this.actual]?.addFields(fields);
  }

  handleDataRow({ fields }: { fields: unknown }): void {
    if (this.sentencias[this.actual]?.muda) return;
    const resultado = this.resultados[this.actual];
    try {
      resultado?.addRow(resultado.parseRow(fields));
    } catch (error) {
      this.error = error as Error;
    }
  }

  handleCommandComplete(mensaje: unknown): void {
    this.resultados[this.actual]?.addCommandComplete(mensaje);
    this.actual++;
  }

  handleEmptyQuery(): void {
    this.actual++;
  }

  handlePortalSuspended(): void {
    // Never: rows are always asked for all at once.
  }

  handleCopyInResponse(): void {
    this.error = new Error("COPY no se usa en un envío.");
  }

  handleCopyData(): void {
    this.error = new Error("COPY no se usa en un envío.");
  }

  handleError(error: Error): void {
    this.callback(this.error ?? error);
  }

  handleReadyForQuery(conexion: pg.Connection): void {
    if (this.error) {
      this.callback(this.error);
      return;
    }
    const conocidas = preparadas.get(conexion);
    for (const { nombre } of this.sentencias) if (nombre) conocidas?.add(nombre);
    this.callback(null, this.resultados);
  }
}

/**
 * Sends statements by a connection, as one transaction, and gives it back.
 * @returns one result per statement, once committed
 * @throws as pg does; nothing remains, unless it was the connection that was lost while it committed
 */
export async function enviar(
  cliente: pg.PoolClient,
  sentencias: readonly Sentencia[],
): Promise<pg.QueryResult[]> {
  const envio = new Envio(sentencias);
  // The server may be gone while we hold the connection: the answer says so, the event must not end us.
  const oido = () => undefined;
  cliente.on("error", oido);
  let rota: Error | undefined;
  try {
    cliente.query(envio);
    return await envio.respuesta;
  } catch (error) {
    // After anything but an ordinary error it is ending, or will never end: the next to come must not be given it.
    if ((error as { severity?: unknown }).severity !== "ERROR") rota = error as Error;
    throw error;
  } finally {
    cliente.off("error", oido);
    cliente.release(rota);
  }
}
