import { expect, test } from "vitest";
import { conexion } from "@/lib/datos/conexion";
import { conActor, lecturaConActor, lecturasConActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { conBase } from "@/tests/apoyo/base";

const base = conBase();
const CERROJO = 20_250_630;

const nacer = (codigo: string) =>
  base.comoDueno("INSERT INTO institucion (codigo, nombre, ministerio) VALUES ($1, 'x', 'x')", [codigo]);
const contar = { texto: "SELECT count(*)::int AS cuantas FROM institucion" };

test("una pantalla se lee de un solo instante, aunque otro guarde mientras tanto", async () => {
  const [antes, despues] = await conActor(
    SISTEMA,
    "prueba",
    async (tx) => {
      const primera = await tx.institucion.count();
      await nacer("I1");
      return [primera, await tx.institucion.count()];
    },
    { soloLectura: true },
  );
  expect(despues).toBe(antes);
});

test("también cuando sus lecturas viajan juntas", async () => {
  const esperar = { texto: `SELECT pg_advisory_xact_lock(${CERROJO})`, muda: true };
  const enEspera = async () =>
    (await base.comoAdmin("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")).length;
  // Another transaction holds what the second of the three waits for.
  const leidas = await conActor(SISTEMA, "prueba", async (tx) => {
    await tx.$queryRawUnsafe(`SELECT pg_advisory_xact_lock(${CERROJO})::text`);
    const juntas = lecturasConActor(SISTEMA, "prueba", [contar, esperar, contar]);
    await expect.poll(enEspera).toBe(1);
    await nacer("I2");
    return { juntas };
  });
  const [antes, , despues] = await leidas.juntas;
  expect(despues?.rows).toEqual(antes?.rows);
});

test("quien escribe después por la misma conexión ve el presente", async () => {
  const { general } = conexion();
  const nivel = { texto: "SHOW transaction_isolation" };
  await lecturasConActor(SISTEMA, "prueba", [contar]);
  const todas = await Promise.all(
    Array.from({ length: general.totalCount }, () => lecturaConActor(SISTEMA, "prueba", nivel)),
  );
  expect(todas.map(({ rows }) => rows[0])).toEqual(
    todas.map(() => ({ transaction_isolation: "read committed" })),
  );
});
