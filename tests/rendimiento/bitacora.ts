// What the trail and row-level security cost to a save: node --import tsx tests/rendimiento/bitacora.ts [segundos]
// Bare: an UPDATE by the owner on a table without trail or policies. Ends with one line of JSON.
import pg from "pg";
import { abrirConexion } from "@/lib/datos/conexion";
import { migrar } from "@/lib/datos/migraciones";
import { consultaConActor } from "@/lib/datos/transaccion";
import { iniciarServidorEfimero } from "@/tests/apoyo/servidorEfimero";

const SEGUNDOS = Number(process.argv[2] ?? 4);
const A_LA_VEZ = 10;
const INSTITUCIONES = 200;

const { servidor, terminar } = await iniciarServidorEfimero("cseu-rendimiento-", { enDisco: true });
await migrar(servidor.dueno);
const dueno = new pg.Pool({ connectionString: servidor.dueno, max: A_LA_VEZ, options: "-c app.alcance=*" });
const { pool, cerrar } = abrirConexion(servidor.app);

await dueno.query(
  `INSERT INTO institucion (codigo, nombre, ministerio) SELECT 'R' || i, 'R' || i, 'x' FROM generate_series(1, ${INSTITUCIONES}) i`,
);
await dueno.query("INSERT INTO tramite (institucion_id, nombre) SELECT id, 'x' FROM institucion");
await dueno.query("CREATE TABLE desnuda AS SELECT id, nombre FROM tramite");
await dueno.query("ALTER TABLE desnuda ADD PRIMARY KEY (id)");
const { rows: filas } = await dueno.query<{ id: string; institucion_id: string }>(
  "SELECT id, institucion_id FROM tramite",
);

type Medida = { porSegundo: number; p50: number; p95: number; p99: number };

async function medir(nombre: string, guardar: (i: number) => Promise<unknown>): Promise<Medida> {
  const tiempos: number[] = [];
  const limite = performance.now() + SEGUNDOS * 1000;
  let i = 0;
  const desde = performance.now();
  await Promise.all(
    Array.from({ length: A_LA_VEZ }, async () => {
      while (performance.now() < limite) {
        const inicio = performance.now();
        await guardar(i++);
        tiempos.push(performance.now() - inicio);
      }
    }),
  );
  const duracion = (performance.now() - desde) / 1000;
  tiempos.sort((a, b) => a - b);
  const percentil = (p: number) => Math.round((tiempos[Math.floor(tiempos.length * p)] ?? 0) * 100) / 100;
  const medida = {
    porSegundo: Math.round(tiempos.length / duracion),
    p50: percentil(0.5),
    p95: percentil(0.95),
    p99: percentil(0.99),
  };
  console.log(
    `${nombre.padEnd(34)} ${medida.porSegundo}/s  p50 ${medida.p50} ms  p95 ${medida.p95} ms  p99 ${medida.p99} ms`,
  );
  return medida;
}

const guardarDe = (elegir: (i: number) => number) => (i: number) => {
  const fila = filas[elegir(i) % filas.length];
  const institucion = fila?.institucion_id ?? "";
  return consultaConActor(
    { usuarioId: null, sesionId: null, alcance: [institucion] },
    "medida",
    {
      nombre: "medida",
      texto: "UPDATE tramite SET hito_final = $2 WHERE id = $1",
      valores: [fila?.id, String(i)],
    },
    pool,
  );
};

try {
  const desnuda = await medir("UPDATE a secas", (i) =>
    dueno.query({
      name: "desnuda",
      text: "UPDATE desnuda SET nombre = $2 WHERE id = $1",
      values: [filas[i % filas.length]?.id, String(i)],
    }),
  );
  const repartida = await medir(
    "con rastro, 200 instituciones",
    guardarDe((i) => i),
  );
  const concentrada = await medir(
    "con rastro, una sola institución",
    guardarDe(() => 0),
  );
  const desde = performance.now();
  await dueno.query(
    "INSERT INTO tramite (institucion_id, nombre) SELECT $1, 'lote ' || i FROM generate_series(1, 3000) i",
    [filas[0]?.institucion_id],
  );
  const lote3000Ms = Math.round(performance.now() - desde);
  console.log(`3000 filas de una institución en una transacción: ${lote3000Ms} ms`);
  console.log(
    JSON.stringify({
      desnuda,
      repartida,
      concentrada,
      razon: Math.round((repartida.porSegundo / desnuda.porSegundo) * 100) / 100,
      lote3000Ms,
    }),
  );
} finally {
  await Promise.allSettled([cerrar(), dueno.end()]);
  await terminar();
}
