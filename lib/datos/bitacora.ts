import pg from "pg";
import { errorDeDatos } from "./errorDatos";

/** Where a chain of the trail stops being whole. */
export type Quiebre = {
  /** Institution whose chain it is; null for the chain of what belongs to none. */
  readonly institucionId: string | null;
  /** Position in the chain of the first row at fault. */
  readonly secuencia: string;
  /** Id in `bitacora` of that row; null when the row is missing. */
  readonly id: string | null;
  readonly motivo: "alterada" | "falta" | "cabeza";
};

export type Verificacion = {
  readonly filas: number;
  readonly cadenas: number;
  /** The first fault of each broken chain. */
  readonly quiebres: readonly Quiebre[];
  /** SHA-256 over the heads of all the chains, in order: written down outside, it also gives away a rewritten end. */
  readonly sello: string;
};

// Walks each chain in order along its index: the server keeps one row at a time, however long the trail.
// `bitacora_texto` is recomputed here from the row as it is now.
const RECORRER = `
  SELECT b.id::text, b.institucion_id, b.secuencia::text, b.huella, b.huella_anterior,
         encode(sha256(convert_to(bitacora_texto(b), 'UTF8')), 'hex') AS recalculada
  FROM bitacora b ORDER BY b.institucion_id NULLS FIRST, b.secuencia`;

type Fila = {
  id: string;
  institucion_id: string | null;
  secuencia: string;
  huella: string;
  huella_anterior: string;
  recalculada: string;
};

const ORIGEN = "0".repeat(64);
const LOTE = 2000;

type Cabeza = { secuencia: bigint; huella: string };

/** Follows rows in order and remembers, of each chain, how far it went and its first fault. */
class Recorrido {
  readonly puntas = new Map<string, Cabeza>();
  readonly quiebres = new Map<string, Quiebre>();
  filas = 0;

  seguir(fila: Fila): void {
    this.filas++;
    const cadena = fila.institucion_id ?? "-";
    const previa = this.puntas.get(cadena) ?? { secuencia: 0n, huella: ORIGEN };
    const secuencia = BigInt(fila.secuencia);
    const sitio = { institucionId: fila.institucion_id };
    if (secuencia !== previa.secuencia + 1n) {
      this.anotar(cadena, { ...sitio, secuencia: String(previa.secuencia + 1n), id: null, motivo: "falta" });
    } else if (fila.recalculada !== fila.huella || fila.huella_anterior !== previa.huella) {
      this.anotar(cadena, { ...sitio, secuencia: fila.secuencia, id: fila.id, motivo: "alterada" });
    }
    this.puntas.set(cadena, { secuencia, huella: fila.huella });
  }

  anotar(cadena: string, quiebre: Quiebre): void {
    if (!this.quiebres.has(cadena)) this.quiebres.set(cadena, quiebre);
  }

  /** Compares where each chain ends with the head kept apart: rows removed from the end show here. */
  cerrar(cabezas: ReadonlyMap<string, Cabeza>): void {
    for (const cadena of new Set([...this.puntas.keys(), ...cabezas.keys()])) {
      const punta = this.puntas.get(cadena) ?? { secuencia: 0n, huella: ORIGEN };
      const cabeza = cabezas.get(cadena) ?? { secuencia: 0n, huella: ORIGEN };
      const institucionId = cadena === "-" ? null : cadena;
      if (cabeza.secuencia > punta.secuencia) {
        this.anotar(cadena, {
          institucionId,
          secuencia: String(punta.secuencia + 1n),
          id: null,
          motivo: "falta",
        });
      } else if (cabeza.secuencia < punta.secuencia || cabeza.huella !== punta.huella) {
        this.anotar(cadena, {
          institucionId,
          secuencia: String(punta.secuencia),
          id: null,
          motivo: "cabeza",
        });
      }
    }
  }
}

/** The seal of the trail as the owner of the tables sees it now: SHA-256 over the heads of all the chains, in order. */
export async function leerSello(cliente: pg.Client): Promise<string> {
  const { rows } = await cliente.query<{ sello: string }>(
    `SELECT encode(sha256(convert_to(coalesce(string_agg(cadena || ':' || secuencia || ':' || huella, ',' ORDER BY cadena COLLATE "C"), ''), 'UTF8')), 'hex') AS sello FROM bitacora_cadena WHERE secuencia > 0`,
  );
  return rows[0]?.sello ?? "";
}

/**
 * Recomputes every chain of the trail. Altered, removed and inserted rows are found, and so are rows cut from
 * the end unless the head was rewritten with them (against that, keep the `sello` elsewhere).
 * @param url connection of the owner of the tables; the application cannot read the heads
 * @throws ErrorDatos when the database fails
 */
export async function verificarBitacora(url: string): Promise<Verificacion> {
  const cliente = new pg.Client({ connectionString: url, application_name: "cseu-bitacora" });
  cliente.on("error", () => undefined);
  const recorrido = new Recorrido();
  try {
    await cliente.connect();
    // One snapshot: what is written meanwhile is neither half seen nor missed.
    await cliente.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await cliente.query("SELECT set_config('app.alcance', '*', true), set_config('app.red', 'si', true)");
    await cliente.query(`DECLARE recorrido NO SCROLL CURSOR FOR ${RECORRER}`);
    for (let lote = LOTE; lote === LOTE; ) {
      const { rows } = await cliente.query<Fila>(`FETCH ${LOTE} FROM recorrido`);
      for (const fila of rows) recorrido.seguir(fila);
      lote = rows.length;
    }
    const { rows } = await cliente.query<{ cadena: string; secuencia: string; huella: string }>(
      'SELECT cadena, secuencia::text, huella FROM bitacora_cadena WHERE secuencia > 0 ORDER BY cadena COLLATE "C"',
    );
    recorrido.cerrar(
      new Map(rows.map((c) => [c.cadena, { secuencia: BigInt(c.secuencia), huella: c.huella }])),
    );
    const sello = await leerSello(cliente);
    await cliente.query("COMMIT");
    return {
      filas: recorrido.filas,
      cadenas: recorrido.puntas.size,
      quiebres: [...recorrido.quiebres.values()],
      sello,
    };
  } catch (error) {
    throw errorDeDatos(error) ?? error;
  } finally {
    await cliente.end().catch(() => undefined);
  }
}
