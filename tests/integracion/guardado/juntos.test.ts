import pg from "pg";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { verificarBitacora } from "@/lib/datos/bitacora";
import { guardadoConActor } from "@/lib/datos/transaccion";
import { conBase } from "@/tests/apoyo/base";
import { borrarSeguimiento, deCadaQuien, guardar, quienesEscriben } from "@/tests/apoyo/guardado";

const base = conBase({ sembrada: true });
let personas: ContextoInstitucion[];

beforeAll(async () => {
  personas = await quienesEscriben(base);
});
beforeEach(() => borrarSeguimiento(base));

/** Somebody, and the rest. */
function unaYDemas() {
  const [una, ...demas] = deCadaQuien(personas);
  if (!una) throw new Error("Faltan personas.");
  return { una, demas };
}

test("lo que muchas personas guardan a la vez queda en la bitácora a nombre de quien escribió cada cosa", async () => {
  const viajes = base.conexion.pool.totalCount;
  const [antes] = await base.comoDueno<{ id: string }>("SELECT max(id) AS id FROM bitacora");
  const guardados = deCadaQuien(personas);
  expect(new Set(personas.map(({ institucion }) => institucion.codigo)).size).toBeGreaterThan(2);
  const respuestas = await Promise.all(guardados.map((uno) => guardar(uno)));
  expect(new Set(respuestas)).toEqual(new Set(["guardado"]));
  const rastro = await base.comoDueno(
    `SELECT usuario_id, sesion_id, institucion_id, caso, operacion, campos, nuevo FROM bitacora
     WHERE id > $1 AND tabla = 'informe' ORDER BY usuario_id`,
    [antes?.id],
  );
  const esperado = guardados
    .map(({ quien, campo, valor }) => ({
      usuario_id: quien.actor.usuarioId,
      sesion_id: quien.actor.sesionId,
      institucion_id: quien.institucion.id,
      caso: "campo.guardar",
      operacion: "cambio",
      campos: [campo],
      nuevo: { [campo]: valor },
    }))
    .sort((a, b) => (a.usuario_id < b.usuario_id ? -1 : 1));
  expect(rastro).toEqual(esperado);
  expect((await verificarBitacora(base.dueno)).quiebres).toEqual([]);
  expect(base.conexion.pool.totalCount - viajes).toBeLessThanOrEqual(1);
});

test("la institución que otro tiene tomada no hace esperar a las demás, y guarda cuando la sueltan", async () => {
  const { una: tomada, demas: resto } = unaYDemas();
  const demas = resto.filter(({ quien }) => quien.institucion.id !== tomada.quien.institucion.id);
  const ajena = new pg.Client({ connectionString: base.admin });
  await ajena.connect();
  try {
    await ajena.query("BEGIN");
    await ajena.query("SELECT pg_advisory_xact_lock(hashtextextended('cseu.institucion.' || $1::text, 0))", [
      tomada.quien.institucion.id,
    ]);
    const espera = guardar(tomada);
    const otras = await Promise.all(demas.map((uno) => guardar(uno)));
    expect(new Set(otras)).toEqual(new Set(["guardado"]));
    const escritos = await base.comoDueno(
      "SELECT 1 FROM informe WHERE $1 IN (avances, desafios, resultados)",
      [tomada.valor],
    );
    expect(escritos).toEqual([]);
    await ajena.query("COMMIT");
    expect(await espera).toBe("guardado");
  } finally {
    await ajena.end();
  }
});

test("lo que la base no acepta falla solo: lo que viajaba con ello queda guardado", async () => {
  await base.comoDueno(`CREATE FUNCTION negar() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
    CREATE TRIGGER negar BEFORE UPDATE ON informe FOR EACH ROW WHEN (NEW.avances = 'prohibido') EXECUTE FUNCTION negar()`);
  const { una, demas } = unaYDemas();
  const [respuesta, ...otras] = await Promise.allSettled([
    guardar({ ...una, campo: "avances", valor: "prohibido" }),
    ...demas.map((uno) => guardar(uno)),
  ]);
  expect(respuesta?.status).toBe("rejected");
  expect(otras.map((una) => una.status === "fulfilled" && una.value)).toEqual(demas.map(() => "guardado"));
});

test("lo que no se puede ni escribir hacia la base falla solo", async () => {
  const { una, demas } = unaYDemas();
  const circular: Record<string, unknown> = {};
  circular.yo = circular;
  const sentencia = { texto: "SELECT $1::text", valores: [circular] };
  const [respuesta, ...otras] = await Promise.allSettled([
    guardadoConActor(una.quien.actor, "prueba", sentencia, una.quien.institucion.id),
    ...demas.map((uno) => guardar(uno)),
  ]);
  expect(respuesta?.status).toBe("rejected");
  expect(otras.map((una) => una.status === "fulfilled" && una.value)).toEqual(demas.map(() => "guardado"));
});

test("lo que alcanza una persona no llega a la sentencia de otra", async () => {
  const todas = (await base.comoDueno<{ id: string }>("SELECT id FROM institucion ORDER BY id")).map(
    ({ id }) => id,
  );
  const ver = {
    texto: "SELECT array_agg(DISTINCT institucion_id ORDER BY institucion_id) AS ve FROM informe",
    nombre: "prueba.ver",
  };
  const escribirEn = (id: string) => ({
    texto: "UPDATE informe SET avances = 'ajeno' WHERE institucion_id = $1 RETURNING 1",
    valores: [id],
    nombre: "prueba.escribir",
  });
  const pedidos = Array.from({ length: 12 }, () => personas)
    .flat()
    .flatMap(({ actor, institucion: { id } }) => {
      const ajena = todas.find((otra) => otra !== id) ?? "";
      return [
        guardadoConActor({ ...actor, alcance: "*" }, "prueba", ver, id).then(({ rows }) => ({
          ve: rows[0].ve,
          debe: todas,
        })),
        guardadoConActor(actor, "prueba", ver, id).then(({ rows }) => ({ ve: rows[0].ve, debe: [id] })),
        guardadoConActor(actor, "prueba", escribirEn(ajena), ajena).then(({ rows }) => ({
          ve: rows,
          debe: [],
        })),
      ];
    });
  for (const { ve, debe } of await Promise.all(pedidos)) expect(ve).toEqual(debe);
});
