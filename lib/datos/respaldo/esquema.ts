import pg from "pg";

/** A table as a backup copies it: the rows in the order of its key, whatever the server's language. */
export type TablaRespaldo = {
  readonly tabla: string;
  readonly columnas: readonly string[];
  /** Of its primary key, each as it goes in an ORDER BY. */
  readonly orden: readonly string[];
  /** Whether its row-level security holds its owner as well. */
  readonly forzada: boolean;
};

/** Holds a backup apart from the nightly clean-up of files: what the copy names is not deleted while it is copied. */
export const CERROJO_RESPALDO = 7_281_202_515;

const TABLAS = `
  SELECT c.relname::text AS tabla, c.relforcerowsecurity AS forzada,
    ARRAY(SELECT a.attname::text FROM pg_attribute a
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columnas,
    ARRAY(SELECT quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
          FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (n, lugar), pg_attribute a
          WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.n ORDER BY k.lugar) AS orden
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
  ORDER BY c.relname COLLATE "C"`;

/** The tables of the house, the list of migrations apart: restoring applies those again. */
export async function tablasDe(cliente: pg.Client): Promise<TablaRespaldo[]> {
  return (await cliente.query<TablaRespaldo>(TABLAS)).rows;
}

/** Makes a session see every row and write values always in the same way. Takes a client inside a transaction. */
export async function verTodo(cliente: pg.Client): Promise<void> {
  await cliente.query(
    `SELECT set_config('app.alcance', '*', true), set_config('app.red', 'si', true), set_config('app.caso', 'respaldo', true),
       set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true), set_config('IntervalStyle', 'iso_8601', true),
       set_config('extra_float_digits', '3', true), set_config('bytea_output', 'hex', true), set_config('statement_timeout', '0', true)`,
  );
}

const lista = (columnas: readonly string[]) => columnas.map((una) => pg.escapeIdentifier(una)).join(", ");

/** COPY of the rows of a table towards us, in the order of its key. */
export function copiaHaciaFuera({ tabla, columnas, orden }: Omit<TablaRespaldo, "forzada">): string {
  const porClave = orden.length > 0 ? ` ORDER BY ${orden.join(", ")}` : "";
  return `COPY (SELECT ${lista(columnas)} FROM ${pg.escapeIdentifier(tabla)}${porClave}) TO STDOUT`;
}

/** COPY of rows into a table. */
export function copiaHaciaDentro(tabla: string, columnas: readonly string[]): string {
  return `COPY ${pg.escapeIdentifier(tabla)} (${lista(columnas)}) FROM STDIN`;
}
