import type pg from "pg";
import { enviar, type Sentencia } from "./transaccionEnvio";

type Pedido = {
  readonly llave: string;
  readonly sentencias: readonly Sentencia[];
  readonly listo: (resultados: pg.QueryResult[] | null) => void;
  readonly fallar: (error: unknown) => void;
};

const MAXIMO = 32;

/** A trip longer than this (a connection gone mute, a statement that does not end) no longer holds back the next. */
const LENTO_MS = 1000;

const PREVIAS: readonly Sentencia[] = [
  // Nobody stands longer than this behind another's lock, nor two batches behind each other.
  { nombre: "cseu_tanda", texto: "SELECT set_config('lock_timeout', '50ms', true)", muda: true },
  // The trail is written at commit: by then only the last of them would be who is acting.
  { nombre: "cseu_tanda_rastro", texto: "SET CONSTRAINTS ALL IMMEDIATE", muda: true },
];

/**
 * What several people save at once, in one trip and one transaction: what comes while a batch is on its way leaves
 * together in the next. Alone, it leaves at once. See decision 0158.
 */
export class Tanda {
  private espera: Pedido[] = [];
  private enViaje = false;

  constructor(private readonly pool: pg.Pool) {}

  /** How many wait that the next trip cannot take. */
  get esperan(): number {
    return Math.max(0, this.espera.length - MAXIMO);
  }

  /**
   * Statements that set whatever they need (no setting of the transaction is theirs alone) and write what is of `llave`.
   * @returns their results, once committed; null when the batch was undone, by any of its members or by the connection
   * @throws as pg does when no connection can be had
   */
  enviar(llave: string, sentencias: readonly Sentencia[]): Promise<pg.QueryResult[] | null> {
    return new Promise((listo, fallar) => {
      this.espera.push({ llave, sentencias, listo, fallar });
      if (this.espera.length === 1) queueMicrotask(() => this.partir());
    });
  }

  private async partir(): Promise<void> {
    if (this.enViaje || this.espera.length === 0) return;
    this.enViaje = true;
    // In one order, so that two nodes do not wait for each other.
    const tanda = this.espera
      .splice(0, MAXIMO)
      .sort((a, b) => (a.llave < b.llave ? -1 : a.llave > b.llave ? 1 : 0));
    let seguido = false;
    const seguir = () => {
      if (seguido) return;
      seguido = true;
      this.enViaje = false;
      void this.partir();
    };
    const lento = setTimeout(seguir, LENTO_MS);
    try {
      const cliente = await this.pool.connect();
      await this.viajar(cliente, tanda);
    } catch (error) {
      // Nor would those behind have one: each waits for a connection as long as one does, not as long as all the batches.
      for (const { fallar } of [...tanda, ...this.espera.splice(0)]) fallar(error);
    }
    clearTimeout(lento);
    seguir();
  }

  private async viajar(cliente: pg.PoolClient, tanda: readonly Pedido[]): Promise<void> {
    try {
      const resultados = await enviar(cliente, [
        ...PREVIAS,
        ...tanda.flatMap(({ sentencias }) => sentencias),
      ]);
      let desde = PREVIAS.length;
      for (const { sentencias, listo } of tanda) {
        listo(resultados.slice(desde, desde + sentencias.length));
        desde += sentencias.length;
      }
    } catch {
      // Whose fault it is, each will know by going alone.
      for (const { listo } of tanda) listo(null);
    }
  }
}
