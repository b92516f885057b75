import pg from "pg";

// The least that Next and PostgreSQL can do for a save: one UPDATE, durable, with pools of the size of the platform's.
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.POOL_GUARDADO ?? 10),
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
});

export async function POST(solicitud: Request): Promise<Response> {
  const { id, valor } = (await solicitud.json()) as { id: string; valor: string };
  const { rowCount } = await pool.query({
    name: "guardar",
    text: "UPDATE minima SET valor = $2 WHERE id = $1",
    values: [id, valor],
  });
  return Response.json({ guardadas: rowCount });
}
