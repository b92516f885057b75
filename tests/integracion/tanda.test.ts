import pg from "pg";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { verificarBitacora } from "@/lib/datos/bitacora";
import { escribirLugar } from "@/lib/flujo/campo";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { JUNIO } from "@/tests/apoyo/junio";

const base = conBase({ sembrada: true });
const lugar = (campo: string) => escribirLugar({ grupo: "informe", clave: [], campo });
const CAMPOS = ["avances", "desafios", "resultados"];
let personas: ContextoInstitucion[];

beforeAll(async () => {
  const quienes = await base.comoDueno<{ correo: string; codigo: string }>(
    `SELECT u.correo, i.codigo FROM membresia m JOIN usuario u ON u.id = m.usuario_id JOIN institucion i ON i.id = m.institucion_id
     WHERE m.rol IN ('contraparte_titular', 'contraparte_suplente') AND m.hasta IS NULL ORDER BY u.correo`,
  );
  personas = await Promise.all(quienes.map(({ correo, codigo }) => contextoDe(base, correo, codigo, JUNIO)));
});

beforeEach(async () => {
  await base.comoDueno("UPDATE informe SET avances = NULL, desafios = NULL, resultados = NULL");
});

async function guardar(quien: ContextoInstitucion, campo: string, valor: string) {
  const hecho = await guardarCampos(quien, {
    usuario: quien.actor.usuarioId,
    campos: [{ lugar: lugar(campo), base: null, valor }],
  });
  return hecho.ok ? hecho.valor.respuestas[lugar(campo)]?.estado : hecho.falla.codigo;
}

/** What each person saves at once, each in a field of their institution's own. */
const aLaVez = () =>
  personas.map((quien, i) => {
    const antes = personas.slice(0, i).filter(({ institucion }) => institucion.id === quien.institucion.id);
    return { quien, campo: CAMPOS[antes.length] ?? "", valor: `De ${quien.actor.nombre}` };
  });

test("lo que muchas personas guardan a la vez queda en la bitácora a nombre de quien escribió cada cosa", async () => {
  const viajes = base.conexion.pool.totalCount;
  const [antes] = await base.comoDueno<{ id: string }>("SELECT max(id) AS id FROM bitacora");
  const guardados = aLaVez();
  expect(new Set(personas.map(({ institucion }) => institucion.codigo)).size).toBeGreaterThan(2);
  const respuestas = await Promise.all(guardados.map((uno) => guardar(uno.quien, uno.campo, uno.valor)));
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
  const [tomada, ...resto] = aLaVez();
  if (!tomada) throw new Error("Faltan personas.");
  const demas = resto.filter(({ quien }) => quien.institucion.id !== tomada.quien.institucion.id);
  const ajena = new pg.Client({ connectionString: base.admin });
  await ajena.connect();
  try {
    await ajena.query("BEGIN");
    await ajena.query("SELECT pg_advisory_xact_lock(hashtextextended('cseu.institucion.' || $1::text, 0))", [
      tomada.quien.institucion.id,
    ]);
    const espera = guardar(tomada.quien, tomada.campo, tomada.valor);
    const otras = await Promise.all(demas.map((uno) => guardar(uno.quien, uno.campo, uno.valor)));
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
  const [mala, ...demas] = aLaVez();
  if (!mala) throw new Error("Faltan personas.");
  const [respuesta, ...otras] = await Promise.allSettled([
    guardar(mala.quien, "avances", "prohibido"),
    ...demas.map((uno) => guardar(uno.quien, uno.campo, uno.valor)),
  ]);
  expect(respuesta?.status).toBe("rejected");
  expect(otras.map((una) => una.status === "fulfilled" && una.value)).toEqual(demas.map(() => "guardado"));
});
