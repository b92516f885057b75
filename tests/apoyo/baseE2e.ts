import pg from "pg";

/** Runs SQL on the database of the platform under test, as its owner and reaching every institution. Returns the rows. */
export async function enLaBase<F extends pg.QueryResultRow>(
  sql: string,
  valores: unknown[] = [],
): Promise<F[]> {
  const cliente = new pg.Client({
    connectionString: process.env.E2E_DUENO,
    options: "-c app.alcance=* -c app.red=si -c app.caso=prueba",
  });
  await cliente.connect();
  try {
    return (await cliente.query<F>(sql, valores)).rows;
  } finally {
    await cliente.end();
  }
}

/** Puts the demonstration's clock at an instant (ISO 8601, with its zone). */
export const ponerReloj = (instante: string) =>
  enLaBase(
    "UPDATE reloj_demo SET desfase_ms = (extract(epoch FROM $1::timestamptz - now()) * 1000)::bigint",
    [instante],
  );
