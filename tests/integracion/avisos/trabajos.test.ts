import { readFileSync } from "node:fs";
import { getConstructionPlans } from "pg-boss";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COLAS } from "@/lib/datos/cola";
import { iniciarTrabajos, type Labores } from "@/lib/trabajos/iniciar";
import { ultimoCorte } from "@/lib/trabajos/reloj";
import { conBase } from "@/tests/apoyo/base";

const base = conBase();
let detener: (() => Promise<void>)[] = [];
const errores: unknown[] = [];

function iniciar(labores: Partial<Labores>): void {
  process.env.DATABASE_URL = base.app;
  const nada = async () => undefined;
  detener.push(
    iniciarTrabajos({ repasar: nada, recordar: nada, resumir: nada, ...labores }, (error) =>
      errores.push(error),
    ),
  );
}
/** Asks for a job once its queue is free, and those that it gives jobs to: an exclusive queue takes one at a time. */
async function encargar(cola: string, { intentos = 0, libres = [cola] } = {}): Promise<void> {
  const enCurso = () =>
    base.comoAdmin("SELECT FROM pgboss.job WHERE name = ANY ($1) AND state <= 'active'", [libres]);
  await expect.poll(async () => (await enCurso()).length, { timeout: 20_000 }).toBe(0);
  await base.comoAdmin(
    "INSERT INTO pgboss.job (name, policy, retry_limit, retry_delay) VALUES ($1, 'exclusive', $2, 600)",
    [cola, intentos],
  );
}
const pasarLaHora = () => encargar(COLAS.reloj, { libres: [COLAS.reloj, COLAS.recordatorio, COLAS.resumen] });

// What the test before left to do is not of this one.
beforeEach(() => base.comoAdmin("DELETE FROM pgboss.job"));

afterEach(async () => {
  await Promise.all(detener.map((parar) => parar()));
  detener = [];
  delete process.env.CSEU_DEMO;
  expect(errores).toEqual([]);
});

describe("los trabajos", () => {
  it("el esquema de pg-boss es el que arma la versión instalada", () => {
    const migracion = readFileSync("prisma/migrations/0005_avisos/migration.sql", "utf8");
    const [, escrito = ""] = /-- <pg-boss>\n([\s\S]*?)\n-- <\/pg-boss>/.exec(migracion) ?? [];
    const limpio = (sql: string) =>
      sql
        .replace(/^\s*(BEGIN|COMMIT);|^\s*SET LOCAL [^;]*;|^\s*SELECT pg_advisory_xact_lock[^;]*;/gm, "")
        .replace(/\s+/g, " ")
        .trim();
    expect(limpio(escrito)).toBe(limpio(getConstructionPlans("pgboss")));
  });

  it("la aplicación no es dueña de nada en él, ni puede crear nada", async () => {
    const suyas = await base.comoAdmin(
      "SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'pgboss' AND pg_get_userbyid(c.relowner) = 'cseu_app'",
    );
    expect(suyas).toEqual([]);
    const [puede] = await base.comoAdmin<{ crear: boolean; usar: boolean }>(
      "SELECT has_schema_privilege('cseu_app', 'pgboss', 'CREATE') AS crear, has_schema_privilege('cseu_app', 'pgboss', 'USAGE') AS usar",
    );
    expect(puede).toEqual({ crear: false, usar: true });
  });

  it("dos nodos, un reloj: los recordatorios y el resumen del día se encargan una vez, con el reloj de la demostración", async () => {
    process.env.CSEU_DEMO = "1";
    const fin = new Date("2025-06-27T15:00:00Z");
    await base.comoDueno("INSERT INTO reloj_demo (id, desfase_ms) VALUES (1, $1)", [
      fin.getTime() - Date.now(),
    ]);
    const recordados: Date[][] = [];
    const resumidos: Date[][] = [];
    for (let nodo = 0; nodo < 2; nodo++) {
      iniciar({
        recordar: async (...fechas) => void recordados.push(fechas),
        resumir: async (...fechas) => void resumidos.push(fechas),
      });
    }
    await pasarLaHora();
    await expect.poll(() => recordados.length, { timeout: 20_000 }).toBe(1);
    await expect.poll(() => resumidos.length, { timeout: 20_000 }).toBe(1);
    await pasarLaHora();
    await expect.poll(() => resumidos.length, { timeout: 20_000 }).toBe(2);
    expect(recordados).toHaveLength(1);
    const [ahora, corte] = recordados[0] ?? [];
    expect(Math.abs((ahora?.getTime() ?? 0) - fin.getTime())).toBeLessThan(60_000);
    expect(corte).toEqual(ultimoCorte(fin));
    await base.comoDueno("UPDATE reloj_demo SET desfase_ms = $1", [
      Date.parse("2025-06-29T15:00:00Z") - Date.now(),
    ]);
    await pasarLaHora();
    await expect.poll(() => recordados.length, { timeout: 20_000 }).toBe(2);
  });

  it("una labor que falla queda para otro intento, y no detiene a las demás", async () => {
    let veces = 0;
    let repasos = 0;
    iniciar({
      resumir: async () => {
        veces += 1;
        throw new Error("la base se fue un momento");
      },
      repasar: async () => {
        repasos += 1;
      },
    });
    await encargar(COLAS.resumen, { intentos: 3 });
    await expect.poll(() => veces, { timeout: 20_000 }).toBe(1);
    const estado = () =>
      base.comoAdmin("SELECT state::text FROM pgboss.job WHERE name = 'resumen' AND state = 'retry'");
    await expect.poll(async () => (await estado()).length, { timeout: 20_000 }).toBe(1);
    await encargar(COLAS.repaso);
    await expect.poll(() => repasos, { timeout: 20_000 }).toBe(1);
  });
});
