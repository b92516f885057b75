import { SchemaEngine } from "@prisma/schema-engine-wasm";

// Comparing two schemas touches no database; the engine only asks which server it would be talking to.
const ENTERO = 0;
const BOOLEANO = 5;
const TEXTO = 7;
const presentacion = {
  columnNames: ["exists", "version", "numeric_version"],
  columnTypes: [BOOLEANO, TEXTO, ENTERO],
  rows: [[true, "PostgreSQL 18.0", 180_000]],
};
const sinBase = () => Promise.reject(new Error("La comparación de esquemas no usa base de datos."));
const conexion = {
  provider: "postgres",
  adapterName: "sin-base",
  getConnectionInfo: () => ({ ok: true, value: { supportsRelationJoins: true, schemaName: "public" } }),
  dispose: () => Promise.resolve({ ok: true, value: undefined }),
  queryRaw: ({ sql }: { sql: string }) =>
    sql.includes("server_version_num") ? Promise.resolve({ ok: true, value: presentacion }) : sinBase(),
  executeScript: sinBase,
  executeRaw: sinBase,
  startTransaction: sinBase,
};
const conectar = () => Promise.resolve({ ok: true, value: conexion });
const fabrica = {
  provider: "postgres",
  adapterName: "sin-base",
  connect: conectar,
  connectToShadowDb: conectar,
};

/**
 * The SQL that takes a database from one Prisma schema to another, written offline.
 * @param anterior text of the schema the migrations add up to so far; null before the first one
 * @param actual text of prisma/schema.prisma
 * @returns the SQL, empty when both describe the same tables
 */
export async function diferenciaDeEsquemas(anterior: string | null, actual: string): Promise<string> {
  const modelo = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content }],
  });
  const motor = await SchemaEngine.new({ datamodels: [["schema.prisma", actual]] }, () => undefined, fabrica);
  const { stdout } = await motor.diff({
    from: anterior === null ? { tag: "empty" } : modelo(anterior),
    to: modelo(actual),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  // The schema is always there, and asking to create it needs a right that the owner of the tables may lack.
  const sql = (stdout ?? "").replace('-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n', "");
  return /^\s*(--[^\n]*\s*)*$/.test(sql) ? "" : sql;
}
