import { createRequire } from "node:module";
import type pg from "pg";

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

// The protocol messages that pg offers to classes such as pg-cursor; its types do not describe them.
type Linea = {
  stream: { cork?: () => void; uncork?: () => void };
  parse(m: { text: string; name: string; types: number[] }): void;
  bind(m: { portal: string; statement: string; values: unknown[]; binary: boolean }): void;
  describe(m: { type: "P"; name: string }): void;
  execute(m: { portal: string; rows: number }): void;
  close(m: { type: "S"; name: string }): void;
  sync(): void;
};

const requerir = createRequire(import.meta.url);
const Result = requerir("pg/lib/result") as new (modo: undefined, tipos: unknown) => Resultado;
const { prepareValue } = requerir("pg/lib/utils") as { prepareValue: (v: unknown) => unknown };
const tipos = requerir("pg/lib/type-overrides") as new () => unknown;

// Statements each connection has parsed already.
const preparadas = new WeakMap<Linea, Set<string>>();

/**
 * Statements sent to pg as one message and answered as one transaction: between two Sync messages PostgreSQL
 * treats them so, and a failure of any of them, or of the commit, undoes them all. Takes the place of a query
 * in `client.query(envio)`.
 */
export class Envio implements pg.Submittable {
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
    // Before anything leaves: a value that cannot be written must not let the statements before it commit.
    let escritas: unknown[][];
    try {
      escritas = this.sentencias.map(({ valores = [] }) => valores.map((valor) => prepareValue(valor)));
    } catch (error) {
      return error as Error;
    }
    const linea = conexion as unknown as Linea;
    const conocidas = preparadas.get(linea) ?? new Set<string>();
    preparadas.set(linea, conocidas);
    linea.stream.cork?.();
    try {
      for (const [i, { texto, nombre = "", muda }] of this.sentencias.entries()) {
        if (nombre === "" || !conocidas.has(nombre)) {
          // Closing first: after a failure we cannot know whether the server kept the name.
          if (nombre !== "") linea.close({ type: "S", name: nombre });
          linea.parse({ text: texto, name: nombre, types: [] });
        }
        linea.bind({ portal: "", statement: nombre, values: escritas[i] ?? [], binary: false });
        if (!muda) linea.describe({ type: "P", name: "" });
        linea.execute({ portal: "", rows: 0 });
      }
    } finally {
      linea.sync();
      linea.stream.uncork?.();
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
    const conocidas = preparadas.get(conexion as unknown as Linea);
    for (const { nombre } of this.sentencias) if (nombre) conocidas?.add(nombre);
    this.callback(null, this.resultados);
  }
}
