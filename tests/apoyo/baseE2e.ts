import pg from "pg";

/** Runs SQL on the database of the platform under test, as its owner and reaching every institution. Returns the rows. */
export async function enLaBase<F extends pg.QueryResultRow>(
  sql: string,
  valores: unknown[] = [],
): Promise<F[]> {
  const cliente = new pg.Client({
    connectionString: process.env.E2E_DUENO,
    options: "-c app.alcance=* -c app.caso=prueba",
  });
  await cliente.connect();
  try {
    return (await cliente.query<F>(sql, valores)).rows;
  } finally {
    await cliente.end();
  }
}
